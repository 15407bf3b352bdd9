// The one form of address that every mail system reads alike: an unquoted local part of ASCII
// letters, digits and RFC 5322's signs, and a host name with at least one dot.
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const HOST =
  /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$/;

/**
 * Exactly one plain e-mail address, in lower case; null for anything else. Lists, quoted or
 * commented addresses and display names are nothing we ever mean, and parsers disagree about them.
 */
export function parseEmailAddress(text: string): string | null {
  const address = text.trim();
  if (address.length > 254) return null;
  const at = address.indexOf("@");
  const local = address.slice(0, at);
  const host = address.slice(at + 1);
  const isPlain = at > 0 && local.length <= 64 && LOCAL_PART.test(local) && HOST.test(host);
  return isPlain ? address.toLowerCase() : null;
}
