/** The look of a link that stands by itself, not in a sentence: as high as a finger wants it. */
export const LONE_LINK = "inline-flex target items-center text-accent underline underline-offset-4";
