import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const APP = path.resolve(import.meta.dirname, "../../app");

/** One address of the product and the methods its file answers. */
export type AppRoute = { pattern: string; kind: "page" | "route"; methods: string[] };

/** Every address below `app/`, read from the tree, so that a new one cannot be forgotten. */
export function appRoutes(): AppRoute[] {
  return readdirSync(APP, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(page\.tsx|route\.ts)$/.test(entry.name))
    .map((entry) => toRoute(path.join(entry.parentPath, entry.name)))
    .sort((a, b) => a.pattern.localeCompare(b.pattern));
}

function toRoute(file: string): AppRoute {
  const folders = path.relative(APP, path.dirname(file)).split(path.sep);
  const pattern = `/${folders.filter((name) => name && !/^\(.*\)$/.test(name)).join("/")}`;
  if (file.endsWith("page.tsx")) return { pattern, kind: "page", methods: ["GET"] };
  const exported = /^export (?:const|async function|function) (?:([A-Z]+)\b|\{([A-Z, ]+)\})/gm;
  const methods = [...readFileSync(file, "utf8").matchAll(exported)].flatMap(([, one, several]) =>
    (one ?? several ?? "").split(",").map((name) => name.trim()),
  );
  return { pattern, kind: "route", methods };
}

/** The address with its parameters filled in. */
export function addressOf({ pattern }: AppRoute, params: Record<string, string>): string {
  return pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
    const value = params[name];
    if (!value) throw new Error(`${pattern} has a parameter that this test doesn't know: ${name}`);
    return value;
  });
}
