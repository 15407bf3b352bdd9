import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { announce, sql } from "../support/database";
import { expectMovingVideo } from "../support/media";
import { Line } from "../support/line";
import { SAID_TIME } from "../support/said-time";
import { makeMember, makeOrganization, makeRoom, makeSeat } from "../support/world";

/** Longer than a lost connection is tried for. */
const PAST_ALL_TRIES_MS = 160_000;

test("who leaves can come back, who is removed can ask to, and the end of the time ends it for all", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const [clinician, patient] = [await newGuest("clinician"), await newGuest("patient")];
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await patient.joins(await makeSeat(room, "patient", "Samuel Reyes"));

  await patient.button("Leave").click();
  await expect(patient.headline("You left the visit")).toBeVisible();
  await expect(patient.answer).toContainText("you can come back until then");
  await expectAccessible(patient.page);
  await patient.button("Join again").click();
  await expect(patient.call).toBeVisible();

  await patient.page.reload();
  await expect(patient.headline("You were in the call")).toBeVisible();
  await expect(patient.answer).toContainText("This page was loaded again");
  await expectAccessible(patient.page);
  await patient.button("Join again").click();
  await expect(patient.call).toBeVisible();

  await clinician.button(/^People/).click();
  await clinician.button("Manage Samuel Reyes").click();
  await clinician.button("Remove Samuel Reyes").click();
  const question = clinician.dialog("Remove Samuel Reyes?");
  await question.getByLabel(/^Reason/).fill("Call the front desk first");
  await question.getByRole("button", { name: "Remove Samuel Reyes" }).click();
  await expect(patient.headline("You were taken out of this visit")).toBeVisible();
  await expect(patient.answer).toContainText("The reason given: Call the front desk first");
  await expect(patient.call).toBeHidden();
  await expect(clinician.button("Let Samuel Reyes back in")).toBeVisible();
  await expect(clinician.page.getByText(new RegExp(`taken out at ${SAID_TIME}`))).toBeVisible();

  await patient.page.reload();
  await expect(patient.page.getByRole("link", { name: "Who was here, and when" })).toBeVisible();
  await patient.button("Ask to come back").click();
  await expect(clinician.page.getByRole("heading", { name: "Asking to come back" })).toBeVisible();
  await clinician.button("Let Samuel Reyes back in").click();
  await expect(patient.call).toBeVisible();

  await sql("UPDATE rooms SET closes_at = now() + interval '4 seconds' WHERE id = $1", [room.id]);
  await announce(room.id);
  for (const guest of [patient, clinician]) {
    await expect(guest.headline("This visit is over")).toBeVisible();
    await expect(guest.answer).toContainText(/It took place .*\d\d:\d\d/);
    await expect(guest.call).toBeHidden();
  }
  await expectAccessible(patient.page);
  await patient.page.reload();
  await patient.page.getByRole("link", { name: "Who was here, and when" }).click();
  await expect(patient.answer).toContainText(/Times in \w+/);
  await expectAccessible(patient.page);
});

test("who is in the call by a link that is made invalid is out, and reads whose it was", async ({
  newGuest,
}) => {
  const organization = await makeOrganization();
  const room = await makeRoom(organization);
  const member = await makeMember(organization, "Ida Brandt");
  const [organizer, stranger] = [
    await newGuest("organizer", { member }),
    await newGuest("stranger"),
  ];
  await stranger.joins(await makeSeat(room, "patient", "Samuel Reyes"));

  await organizer.page.goto(`/rooms/${room.id}`);
  await organizer.page.getByRole("link", { name: "Manage Samuel Reyes" }).click();
  await organizer.button("Switch off the link of Samuel Reyes").click();
  await expect(stranger.headline(/^This link was made for s…@example\.org/)).toBeVisible();
  await expect(stranger.call).toBeHidden();
  await expectAccessible(stranger.page);
});

test("a broken line is seen, picture and sound go on, and it is mended by itself", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const [clinician, patient] = [await newGuest("clinician"), await newGuest("patient")];
  const line = await Line.of(patient.page);
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await patient.joins(await makeSeat(room, "patient", "Samuel Reyes"));
  await expectMovingVideo(patient.page);

  await line.cut();
  await expect(patient.linkBanner).toBeVisible();
  await line.mend();
  await expect(patient.linkBanner).toHaveCount(0);
  await Promise.all([expectMovingVideo(patient.page), expectMovingVideo(clinician.page)]);
  await expect(clinician.button("People, 2 in the call")).toBeVisible();
});

test("a line that stays broken ends with a page that says so and offers to try again", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const patient = await newGuest("patient", { phone: true });
  const { page } = patient;
  await page.clock.install();
  const line = await Line.of(page);
  await patient.joins(await makeSeat(room, "patient", "Samuel Reyes"));
  await line.cut();
  await expect(patient.linkBanner).toBeVisible();
  await expect(async () => {
    await page.clock.fastForward(PAST_ALL_TRIES_MS);
    await expect(patient.headline("The connection was lost")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(patient.answer).toContainText("See whether this device is online, then try again.");
  await line.mend();
  await expectAccessible(page);
  await patient.button("Try again").click();
  await expect(patient.call).toBeVisible();
});
