import "server-only";

/**
 * The value of a cookie that a request carries; undefined when it has none of that name. The last of
 * several counts, as it does for Next on pages, so that both see one and the same person.
 */
export function readCookie(asked: Headers, name: string): string | undefined {
  const pair = pairsOf(asked).findLast((each) => nameOf(each) === name);
  return pair === undefined ? undefined : decode(pair.slice(name.length + 1));
}

/** The same headers with that cookie set to another value, or without it. */
export function withCookie(asked: Headers, name: string, value: string | null): Headers {
  const others = pairsOf(asked).filter((pair) => nameOf(pair) !== name);
  const pairs = value === null ? others : [...others, `${name}=${encodeURIComponent(value)}`];
  const changed = new Headers(asked);
  changed.set("cookie", pairs.join("; "));
  return changed;
}

function pairsOf(asked: Headers): string[] {
  return asked.get("cookie")?.split(/;\s*/) ?? [];
}

function nameOf(pair: string): string {
  return pair.slice(0, pair.indexOf("="));
}

/** A value that nobody encoded, or that somebody broke, is taken as it stands. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
