import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach } from "vitest";

/** Gives each test folders of its own that PostgreSQL's user can pass, gone after the test. */
export function useFolders() {
  const made = [];

  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  return function makeFolder() {
    const folder = mkdtempSync(path.join(tmpdir(), "rostrum-test-"));
    chmodSync(folder, 0o755);
    made.push(folder);
    return folder;
  };
}
