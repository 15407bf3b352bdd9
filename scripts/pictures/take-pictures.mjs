import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const VISIT = "Visit with Dr Amara Okafor";
const ENTER = /^(I'm here|Join|Enter)/;
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** A busy machine takes its time until two people see each other. */
const PATIENCE_MS = 120_000;

/**
 * Takes the pictures of README.md from a product with fresh demo data, into `folder`.
 *
 * @returns the names of the pictures
 */
export async function takePictures({ env, linksFile, browserPath, folder }) {
  const linkOf = findLinks(linksFile);
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
  });
  const names = [];
  const open = async (viewport) => {
    const context = await browser.newContext({ viewport, permissions: ["camera", "microphone"] });
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  };
  const save = async (page, name) => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    names.push(name);
  };
  try {
    const patient = await open(PHONE);
    await enter(patient, linkOf("Samuel Reyes", "patient"));
    await patient.getByRole("button", { name: "Stop waiting" }).waitFor();
    await save(patient, "lobby");

    const clinician = await open(DESKTOP);
    await enter(clinician, linkOf("Dr Amara Okafor", "clinician"));
    await admit(clinician, /^Admit Samuel/);
    await save(clinician, "call");

    const organizer = await open(DESKTOP);
    await organizer.goto(linkOf("Dr Amara Okafor", "member"));
    await organizer.getByRole("button").first().click();
    await organizer.waitForURL(/\/rooms/);
    await organizer.goto(`${env.PUBLIC_URL}/rooms`);
    await organizer.getByRole("heading", { level: 1 }).waitFor();
    await save(organizer, "rooms");
  } finally {
    await browser.close();
  }
  return names;
}

function findLinks(file) {
  const links = JSON.parse(readFileSync(file, "utf8"));
  return (person, capacity) =>
    links.find(
      (link) =>
        link.person === person &&
        link.capacity === capacity &&
        (capacity === "member" || link.room === VISIT),
    ).url;
}

async function enter(page, link) {
  await page.goto(link);
  await page.getByRole("button", { name: ENTER }).click();
}

/** Lets somebody in and waits until their picture moves. */
async function admit(page, name) {
  await page.getByRole("button", { name }).first().click();
  await page.locator("video").nth(1).waitFor();
  await page.waitForFunction(() => document.querySelectorAll("video")[1].currentTime > 1);
}
