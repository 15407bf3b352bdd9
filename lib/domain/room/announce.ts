/** `soon` is for what nobody waits for, such as who came in: it is gathered for a moment. */
export type Urgency = "now" | "soon";

/** Somebody was let in who waits for it: the page of this seat may ask to come in at once. */
export type LetIn = { letIn: string };

/** Tells whoever watches a room that something there changed. Called after the commit. */
export type Announce = (roomId: string, how?: Urgency | LetIn) => void;
