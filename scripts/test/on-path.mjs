import { existsSync } from "node:fs";
import path from "node:path";

/** The first program of these names in the folders of `searchPath`, or undefined. */
export function onPath(names, searchPath) {
  const folders = searchPath.split(path.delimiter).filter(Boolean);
  const places = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return places.find((place) => existsSync(place));
}
