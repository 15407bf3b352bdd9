/** The build that `npm test` has just made: a try of the whole needs no other. */
export function buildDir() {
  const { TEST_BUILD_DIR } = process.env;
  if (TEST_BUILD_DIR) return TEST_BUILD_DIR;
  throw new Error("TEST_BUILD_DIR is not set. Run the tests with `npm test -- unit`.");
}
