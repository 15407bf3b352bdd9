/** A link within words. */
export const LINK = "text-accent underline underline-offset-4";

/** A link that stands by itself, not in a sentence: as high as a finger wants it. */
export const LONE_LINK = `inline-flex target items-center ${LINK}`;
