// Imported before everything else by the commands: what comes after it may use what an older Node lacks.
const LEAST_NODE = [20, 19];

const [major, minor] = process.versions.node.split(".").map(Number);
const [leastMajor, leastMinor] = LEAST_NODE;

if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
  console.error(
    `Node ${process.versions.node} is too old: install Node ${LEAST_NODE.join(".")} or newer from https://nodejs.org.`,
  );
  process.exit(1);
}
