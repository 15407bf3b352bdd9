import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** One import line: what is written, and the file or package it means. */
export type ImportLine = {
  written: string;
  kind: "ours" | "package";
  target: string;
  /** Only its types are taken, so nothing of it is there when the code runs. */
  isTypeOnly: boolean;
};

export type FileImports = { file: string; imports: ImportLine[] };

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;
const TYPE_ONLY = /^\s*(?:import|export)\s+type\s/;
const ENDINGS = ["", ".ts", ".tsx", ".mjs"];

/** The imports of one file; paths are relative to `root`. Type-only imports count too. */
export function importsOf(root: string, file: string): ImportLine[] {
  const text = readFileSync(path.join(root, file), "utf8");
  return [...text.matchAll(IMPORT)].map(([line, still, dynamic]) => {
    const isTypeOnly = TYPE_ONLY.test(line);
    const written = still ?? dynamic ?? "";
    const base = written.startsWith("@/")
      ? written.slice(2)
      : written.startsWith(".")
        ? path.join(path.dirname(file), written)
        : null;
    if (base === null) return { written, kind: "package", target: written, isTypeOnly };
    const ending = ENDINGS.find((end) => existsSync(path.join(root, base + end)));
    return { written, kind: "ours", target: base + (ending ?? ""), isTypeOnly };
  });
}

/** Each circle of imports once, written as the way around it. */
export function findCycles(files: FileImports[]): string[] {
  const next = new Map(
    files.map(({ file, imports }) => [
      file,
      imports.filter(({ kind }) => kind === "ours").map(({ target }) => target),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, way: string[]) => {
    const at = way.indexOf(file);
    if (at >= 0) cycles.push([...way.slice(at), file].join(" → "));
    if (at >= 0 || done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return cycles;
}

/** The packages that are there when `start` runs, each with the way of files that leads to it. */
export function packagesAtRun(files: FileImports[], start: string): Map<string, string> {
  const importsIn = new Map(files.map(({ file, imports }) => [file, imports]));
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const visit = (file: string, way: string[]) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { kind, target, isTypeOnly } of importsIn.get(file) ?? []) {
      if (isTypeOnly) continue;
      if (kind === "ours") visit(target, [...way, target]);
      else if (!found.has(target)) found.set(target, [...way, target].join(" → "));
    }
  };
  visit(start, [start]);
  return found;
}
