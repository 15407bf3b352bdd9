// Run after every `npm install`, so that `npm ci` accepts the lock on every system.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { addMissingPlatforms } from "./lock/add-missing-platforms.mjs";

const LOCK = path.resolve(import.meta.dirname, "../package-lock.json");

const { lock, added } = addMissingPlatforms(JSON.parse(readFileSync(LOCK, "utf8")));
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "The lock is complete." : `Added ${added.length} packages.`);
