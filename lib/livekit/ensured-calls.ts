import "server-only";

const MOST_REMEMBERED = 5_000;
const TRUST_MS = 2_000;

/** What is known to exist, by name: since when (milliseconds), or what is on the way. */
type Ensured = { at: number; done: Promise<void> };

/** Remembers for a short time which calls exist, so that a crowd that joins asks once. */
export function rememberEnsured(ensure: (callName: string) => Promise<void>, clock: () => number) {
  const ensured = new Map<string, Ensured>();

  return {
    ensure(callName: string): Promise<void> {
      const known = ensured.get(callName);
      if (known && clock() - known.at < TRUST_MS) return known.done;
      if (ensured.size >= MOST_REMEMBERED) ensured.clear();
      const entry = { at: clock(), done: ensure(callName) };
      ensured.set(callName, entry);
      entry.done.catch(() => {
        if (ensured.get(callName) === entry) ensured.delete(callName);
      });
      return entry.done;
    },
    forget(callName: string): void {
      ensured.delete(callName);
    },
  };
}
