/** What two names that people would take for the same have in common: their letters and digits. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
