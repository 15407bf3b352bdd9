/** A browser's cookies, as far as signing in needs them. */
export type CookieJar = Record<string, string>;

/** The jar after a response's `Set-Cookie` lines; what is expired or emptied goes. */
export function keepCookies(jar: CookieJar, lines: string[]): CookieJar {
  const kept = { ...jar };
  for (const line of lines) {
    const [pair = "", ...attributes] = line.split(/;\s*/);
    const name = pair.slice(0, pair.indexOf("="));
    const value = decodeURIComponent(pair.slice(pair.indexOf("=") + 1));
    const isGone = value === "" || attributes.some((text) => /^max-age=0$/i.test(text));
    if (isGone) delete kept[name];
    else kept[name] = value;
  }
  return kept;
}

/** The jar as a `Cookie` header. */
export function cookieHeader(jar: CookieJar): string {
  return Object.entries(jar)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("; ");
}
