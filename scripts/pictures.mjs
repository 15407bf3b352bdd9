// `node scripts/pictures.mjs`: takes the pictures of README.md from a running `npm run up` with fresh
// data: whoever was let in once no longer waits in the lobby.
import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { PROJECT, readSettings } from "./start/settings.mjs";

const { dataDir, ports } = readSettings();
const links = JSON.parse(readFileSync(path.join(dataDir, "demo-links.json"), "utf8"));
const VISIT = "Visit with Dr Amara Okafor";
const ENTER = /^(I'm here|Join|Enter)/;

const urlOf = (person, capacity) =>
  links.find(
    (link) =>
      link.person === person &&
      link.capacity === capacity &&
      (capacity === "member" || link.room === VISIT),
  ).url;
const save = (page, name) =>
  page.screenshot({ path: path.join(PROJECT, "public/pictures", `${name}.png`) });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
});
const open = async (viewport) => {
  const context = await browser.newContext({ viewport, permissions: ["camera", "microphone"] });
  return context.newPage();
};

const clinician = await open({ width: 1280, height: 800 });
const patient = await open({ width: 390, height: 844 });
await patient.goto(urlOf("Samuel Reyes", "patient"));
await patient.getByRole("button", { name: ENTER }).click();
await patient.getByRole("button", { name: "Stop waiting" }).waitFor();
await save(patient, "lobby");

await clinician.goto(urlOf("Dr Amara Okafor", "clinician"));
await clinician.getByRole("button", { name: ENTER }).click();
await clinician
  .getByRole("button", { name: /^Admit Samuel/ })
  .first()
  .click();
await clinician.locator("video").nth(1).waitFor();
await clinician.waitForFunction(() => document.querySelectorAll("video")[1].currentTime > 1);
await save(clinician, "call");

const organizer = await open({ width: 1280, height: 800 });
await organizer.goto(urlOf("Dr Amara Okafor", "member"));
await organizer.getByRole("button").first().click();
await organizer.goto(`http://localhost:${ports.web}/rooms`);
await organizer.getByRole("heading", { level: 1 }).waitFor();
await save(organizer, "rooms");
await browser.close();
