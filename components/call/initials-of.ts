/** Titles, which say nothing of the name. */
const TITLE = /^(dr|prof|mr|mrs|ms|mx)\.?$/i;

/** One or two letters that stand for a name; nothing when the name has none. */
export function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part && !TITLE.test(part));
  const [first, ...rest] = parts.map((part) => Array.from(part)[0] ?? "");
  return `${first ?? ""}${rest.at(-1) ?? ""}`.toLocaleUpperCase();
}
