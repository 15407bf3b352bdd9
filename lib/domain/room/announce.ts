/** `soon` is for what nobody waits for, such as who came in: it is gathered for a moment. */
export type Urgency = "now" | "soon";

/** Tells whoever watches a room that something there changed. Called after the commit. */
export type Announce = (roomId: string, urgency?: Urgency) => void;
