import type { TokenScope } from "./token-input";

/** What a user token says. It is good only while the user, and the key that asked for it, are. */
export type UserClaims = {
  rawId: string;
  /** Whose user it is. */
  resourceId: string;
  scopes: TokenScope[];
  /** Print of the access key that asked for it; null when a bearer of the resource's own did. */
  keyPrint: string | null;
  issuedAt: Date;
  /** Itself no longer good. */
  expiresAt: Date;
};
