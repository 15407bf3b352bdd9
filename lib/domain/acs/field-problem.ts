/** One thing that is wrong with a request, in the words and with the target of ACS. */
export type FieldProblem = { target: string; message: string };
