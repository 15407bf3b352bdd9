/** No room of ACS has been seen with fewer digits. */
const FEWEST_DIGITS = 15;
const MOST_DIGITS = 19;

/** What is wrong with the form of a room's id; null for one that may exist. */
export function findRoomIdProblem(text: string): "not-digits" | "wrong-length" | null {
  if (!/^[0-9]+$/.test(text)) return "not-digits";
  return text.length < FEWEST_DIGITS || text.length > MOST_DIGITS ? "wrong-length" : null;
}
