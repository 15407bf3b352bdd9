import type { KeyState } from "./key-state";
import type { Scope } from "./scope";

/** A key as staff see it: never the secret. */
export type ListedKey = {
  id: string;
  name: string;
  /** How the secret begins. */
  prefix: string;
  scopes: Scope[];
  /** Null once that member is gone. */
  createdBy: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
};

/** One with what it is good for at this instant. */
export type KeyLine = ListedKey & { state: KeyState };
