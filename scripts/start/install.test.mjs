import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { useFolders } from "../testing/folders.mjs";
import { installPackages } from "./install.mjs";
import { chooseFreePorts } from "./ports.mjs";
import { Problem } from "./problem.mjs";
import { Processes } from "./processes.mjs";

vi.setConfig({ testTimeout: 60_000 });

const makeFolder = useFolders();
afterEach(() => vi.unstubAllEnvs());

/** A project with one package of its own folder, and perhaps one of a registry. */
function makeProject(registryAddress) {
  const folder = makeFolder();
  const write = (file, content) =>
    writeFileSync(path.join(folder, file), JSON.stringify(content, null, 2));
  mkdirSync(path.join(folder, "near"));
  write("near/package.json", { name: "near", version: "1.0.0" });
  const dependencies = { near: "file:near", ...(registryAddress && { far: "1.0.0" }) };
  write("package.json", { name: "project", version: "1.0.0", dependencies });
  const far = { version: "1.0.0", resolved: `${registryAddress}/far/-/far-1.0.0.tgz` };
  write("package-lock.json", {
    ...{ name: "project", version: "1.0.0", lockfileVersion: 3, requires: true },
    packages: {
      "": { name: "project", version: "1.0.0", dependencies },
      near: { version: "1.0.0" },
      "node_modules/near": { resolved: "near", link: true },
      ...(registryAddress && { "node_modules/far": far }),
    },
  });
  writeFileSync(path.join(folder, ".npmrc"), "fetch-retries=0\naudit=false\nfund=false\n");
  return folder;
}

async function install(project) {
  const said = [];
  await installPackages(new Processes(), (text) => said.push(text), project);
  return said;
}

test("packages are installed once for each lock file", async () => {
  const project = makeProject();
  expect(await install(project)).toEqual([expect.stringContaining("Installing packages")]);
  expect(existsSync(path.join(project, "node_modules/near/package.json"))).toBe(true);
  expect(await install(project)).toEqual([]);
});

test("a registry that cannot be reached is a problem with npm's own reason", async () => {
  const [closedPort] = (await chooseFreePorts(1)).tcp;
  const refusal = install(makeProject(`http://127.0.0.1:${closedPort}`));
  await expect(refusal).rejects.toThrow(Problem);
  await expect(refusal).rejects.toThrow(
    /^npm ci failed: check the network connection .+It said:\n.*ECONNREFUSED/s,
  );
});

test("without npm it says where npm comes from", async () => {
  vi.stubEnv("PATH", makeFolder());
  await expect(install(makeProject())).rejects.toThrow(
    "npm was not found: install it together with Node, then start again.",
  );
});
