import { expect, test } from "../fixtures";
import { holdScripts } from "../support/slow-scripts";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

test("whoever presses before the page's scripts are there comes in all the same", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const patient = await newGuest("patient", { phone: true });
  const scripts = await holdScripts(patient.page);
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  await patient.page.goto(seat.link, { waitUntil: "commit" });
  await patient.enterButton.click();
  scripts.letThemCome();
  await expect(patient.call).toBeVisible();
});

test("a name that is given before the page's scripts are there is taken, once for two presses", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization(), { access: "open" });
  const stranger = await newGuest("stranger");
  const { page } = stranger;
  const scripts = await holdScripts(page);
  const givings: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/name")) givings.push(request.url());
  });
  await page.goto(`/room/${room.id}`, { waitUntil: "commit" });
  await page.getByLabel("Your name").fill("Samuel Reyes");
  await stranger.button("Go on").click();
  await stranger.button("Go on").click();
  scripts.letThemCome();
  await expect(page.getByText("You are here as Samuel Reyes")).toBeVisible();
  expect(givings).toHaveLength(1);
  expect(new URL(page.url()).search).toBe("");
});
