import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { PROJECT } from "../start/settings.mjs";

const SOURCE = "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files";
const FILE = "atkinson-hyperlegible-next-latin-wght-normal.woff2";

/** Puts the typeface where pages find it that Next does not make: those of one text, and the samples. */
export function copyFont() {
  const folder = path.join(PROJECT, "public/fonts");
  mkdirSync(folder, { recursive: true });
  copyFileSync(path.join(PROJECT, SOURCE, FILE), path.join(folder, FILE));
}
