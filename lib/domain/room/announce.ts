/** Who looks at a room again: its pages and the conductor, or the conductor alone. */
export type Audience = "everybody" | "conductor";

/**
 * Tells whoever watches a room that something there changed; the conductor alone where nothing
 * changed that a page shows. Called after the commit.
 */
export type Announce = (roomId: string, to?: Audience) => void;
