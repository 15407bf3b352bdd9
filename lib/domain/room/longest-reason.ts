/** The longest reason that somebody may give for a removal, a cancellation or an excuse, in characters. */
export const MAX_REASON_LENGTH = 300;
