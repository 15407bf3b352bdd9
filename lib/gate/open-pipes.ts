import "server-only";
import type { Ticket } from "./read-ticket";

// A client that reconnects may overlap with itself; more than this is not a client.
const MOST_PER_IDENTITY = 4;

/** The pipes that are open in this process, so that they can be closed from our side. */
export class OpenPipes {
  private readonly closersOf = new Map<string, Set<() => void>>();

  /** Remembers a pipe until the returned function is called; may close the identity's oldest one. */
  add({ callName, identity }: Ticket, close: () => void): () => void {
    const key = keyOf(callName, identity);
    const closers = this.closersOf.get(key) ?? new Set();
    this.closersOf.set(key, closers);
    closers.add(close);
    const [oldest] = closers;
    if (closers.size > MOST_PER_IDENTITY) oldest?.();
    return () => {
      closers.delete(close);
      if (closers.size === 0 && this.closersOf.get(key) === closers) this.closersOf.delete(key);
    };
  }

  /** Closes one identity's pipes, or everybody's in a call. */
  close(callName: string, identity?: string): void {
    for (const [key, closers] of [...this.closersOf]) {
      const isMeant =
        identity === undefined
          ? key.startsWith(keyOf(callName, ""))
          : key === keyOf(callName, identity);
      if (isMeant) for (const close of [...closers]) close();
    }
  }

  closeAll(): void {
    for (const closers of [...this.closersOf.values()]) for (const close of [...closers]) close();
  }

  get count(): number {
    return [...this.closersOf.values()].reduce((sum, closers) => sum + closers.size, 0);
  }
}

function keyOf(callName: string, identity: string): string {
  return `${callName}/${identity}`;
}
