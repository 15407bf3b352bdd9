/** `soon` is for what nobody waits for, such as who came in: it is gathered for a moment. */
export type Urgency = "now" | "soon";

/** Somebody was let in who may wait for it: their page may ask to come in at once. */
export type LetIn = { letInSeatId: string };

/** Tells whoever watches a room that something there changed. Called after the commit. */
export type Announce = (roomId: string, how?: Urgency | LetIn) => void;
