/** Something that a person can put right: its message is all they need to read. */
export class Problem extends Error {}

/** What to print for an error: one sentence for a problem, the trace for a fault of ours. */
export function describeError(error) {
  if (error instanceof Problem || error?.name === "IncompleteEnvironment") return error.message;
  if (error?.code === "ENOSPC") return "The disk is full: free some room, then start again.";
  if (error?.code === "EACCES" || error?.code === "EPERM" || error?.code === "EROFS") {
    return `${error.path ?? "A file of the project"} cannot be written: give this user the right to write there, or set DATA_DIR.`;
  }
  return error?.stack ?? String(error);
}
