import { IntlMessageFormat } from "intl-messageformat";

/** Sentences by key, in ICU message syntax. */
export type Messages = Readonly<Record<string, string>>;

/** What a sentence is filled with. */
export type Values = Readonly<Record<string, string | number | Date>>;

/** Speaks one sentence of an area. */
export type Say<Key extends string> = (key: Key, values?: Values) => string;

const formats = new Map<string, IntlMessageFormat>();

/** A speaker of `messages` in `language` (BCP 47). Runs on the server and in the browser. */
export function sayFrom<M extends Messages>(messages: M, language: string): Say<keyof M & string> {
  return (key, values) => {
    const message = messages[key] ?? key;
    if (!message.includes("{")) return message;
    const id = `${language}|${message}`;
    const format = formats.get(id) ?? new IntlMessageFormat(message, language);
    formats.set(id, format);
    return String(format.format(values));
  };
}
