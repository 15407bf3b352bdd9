/**
 * Tells whoever watches a room that something there changed: every page and the conductor, or the
 * conductor alone where nothing changed that a page shows. Called after the commit.
 */
export type Announce = (roomId: string, to?: "everybody" | "conductor") => void;
