import { IntlMessageFormat } from "intl-messageformat";

/** A sentence in ICU message syntax, taken apart already: browsers get no parser. */
type Parsed = ReturnType<IntlMessageFormat["getAst"]>;

/** Sentences by key: as they are written, or taken apart. */
export type Messages = Readonly<Record<string, string | Parsed>>;

/** The same sentences, ready for a browser. */
export type ForBrowser<M extends Messages> = { readonly [Key in keyof M]: string | Parsed };

/** What a sentence is filled with. */
export type Values = Readonly<Record<string, string | number | Date>>;

/** Speaks one sentence of an area. */
export type Say<Key extends string> = (key: Key, values?: Values) => string;

const written = new Map<string, IntlMessageFormat>();
const parsed = new WeakMap<Parsed, IntlMessageFormat>();

/** A speaker of `messages` in `language` (BCP 47). Runs on the server and in the browser. */
export function sayFrom<M extends Messages>(messages: M, language: string): Say<keyof M & string> {
  return (key, values) => {
    const message = messages[key] ?? key;
    if (typeof message === "string" && !hasPlaces(message)) return message;
    return String(formatOf(message, language).format(values));
  };
}

/**
 * Takes apart what has places to fill, so that a browser can speak it without the parser, which is
 * most of the script that speaking takes.
 */
export function parseMessages<M extends Messages>(messages: M, language: string): ForBrowser<M> {
  const ready: Record<string, string | Parsed> = {};
  for (const [key, message] of Object.entries(messages)) {
    const isDone = typeof message !== "string" || !hasPlaces(message);
    ready[key] = isDone ? message : formatOf(message, language).getAst();
  }
  // The loop keeps every key.
  return ready as ForBrowser<M>;
}

function formatOf(message: string | Parsed, language: string): IntlMessageFormat {
  if (typeof message !== "string") {
    const format = parsed.get(message) ?? new IntlMessageFormat(message, language);
    parsed.set(message, format);
    return format;
  }
  const id = `${language}|${message}`;
  const format = written.get(id) ?? new IntlMessageFormat(message, language);
  written.set(id, format);
  return format;
}

function hasPlaces(message: string): boolean {
  return message.includes("{");
}
