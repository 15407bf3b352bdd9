/** What follows `name` on the command line. */
export function optionValue(commandLine, name) {
  return optionValues(commandLine, name)[0];
}

/** What follows each `name` on the command line. */
export function optionValues(commandLine, name) {
  return commandLine.flatMap((word, at) => (word === name ? [commandLine[at + 1]] : []));
}
