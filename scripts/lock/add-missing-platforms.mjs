const SYSTEM_NAMES = [
  [/darwin|macos/, "darwin"],
  [/win32|windows/, "win32"],
  [/freebsd/, "freebsd"],
  [/netbsd/, "netbsd"],
  [/openbsd/, "openbsd"],
  [/android/, "android"],
  [/openharmony/, "openharmony"],
  [/sunos/, "sunos"],
  [/aix/, "aix"],
  [/linux/, "linux"],
];
const PROCESSOR_NAME = /arm64|x64|ia32|ppc64|riscv64|s390x|loong64|wasm32|\barm\b|mips64el/;
const EXACT_VERSION = /^\d+\.\d+\.\d+/;

/**
 * Adds an entry for each optional package that the lock names but does not describe. npm leaves such
 * packages of other systems out when it could not reach them, and then `npm ci` refuses its own lock.
 *
 * @returns the completed lock, and the names that were added
 */
export function addMissingPlatforms(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const version = range.replace(/^[\^~]/, "");
      if (isDescribed(packages, path, name) || !EXACT_VERSION.test(version)) continue;
      packages[`node_modules/${name}`] = describe(name, version);
      added.push(name);
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

/** Looks where Node would: in the package's own folder, then in each folder above it. */
function isDescribed(packages, fromPath, name) {
  let folder = fromPath;
  for (;;) {
    if (packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
    const parent = folder.lastIndexOf("/node_modules/");
    folder = parent < 0 ? "" : folder.slice(0, parent);
  }
}

function describe(name, version) {
  const system = SYSTEM_NAMES.find(([pattern]) => pattern.test(name))?.[1];
  const processor = name.match(PROCESSOR_NAME)?.[0];
  return {
    version,
    optional: true,
    ...(processor ? { cpu: [processor] } : {}),
    ...(system ? { os: [system] } : {}),
  };
}
