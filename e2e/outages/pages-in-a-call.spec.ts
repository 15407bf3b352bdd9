import type { Guest } from "../pages/guest";
import { sql } from "../support/database";
import { expectMovingVideo } from "../support/media";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";
import { expectNothingEnded } from "./expect-nothing-ended";
import { expect, test } from "./fixtures";

// One after the other, on one product.
test.describe.configure({ mode: "default" });

/** So long the database is away. */
const OUTAGE_MS = 60_000;

type NewGuest = (name: string) => Promise<Guest>;

/** A clinician's and a patient's page that see each other. */
async function meet(newGuest: NewGuest) {
  const room = await makeRoom(await makeOrganization());
  const [clinician, patient] = [await newGuest("clinician"), await newGuest("patient")];
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await patient.joins(seat);
  const expectSeeingEachOther = async () => {
    await Promise.all([clinician, patient].map(({ page }) => expectMovingVideo(page)));
  };
  await expectSeeingEachOther();
  return { room, clinician, patient, seat, expectSeeingEachOther };
}

test("the media server is killed: both pages are back by themselves", async ({
  product,
  newGuest,
}) => {
  const { room, clinician, patient, expectSeeingEachOther } = await meet(newGuest);
  await product.media.kill();
  await product.media.start();
  // How soon is tested by `the-media-server-fails`, whose clients draw nothing.
  await expectSeeingEachOther();
  for (const guest of [clinician, patient]) await expect(guest.linkBanner).toHaveCount(0);
  await expect(clinician.button("People, 2 in the call")).toBeVisible();
  await expectNothingEnded(room);
});

test("our own process is killed: the call goes on, the pages hear of changes again once it is back", async ({
  product,
  newGuest,
}) => {
  const { room, clinician, patient, seat, expectSeeingEachOther } = await meet(newGuest);
  await product.web.kill();
  await expect(patient.linkBanner).toBeVisible();
  await expectSeeingEachOther();
  await product.web.start();
  for (const guest of [clinician, patient]) await expect(guest.linkBanner).toHaveCount(0);
  await expectSeeingEachOther();
  await expectNothingEnded(room);

  await clinician.button(/^People/).click();
  await clinician.button("Manage Samuel Reyes").click();
  await clinician.button("Remove Samuel Reyes").click();
  const question = clinician.dialog("Remove Samuel Reyes?");
  await question.getByRole("button", { name: "Remove Samuel Reyes" }).click();
  await expect(patient.headline("You were taken out of this visit")).toBeVisible();
  await expect(clinician.button("People, 1 in the call")).toBeVisible();
  expect(await sql("SELECT 1 FROM seats WHERE id = $1 AND removed_from_call", [seat.id])).toEqual([
    expect.anything(),
  ]);
});

test("the database is away for a minute: the call goes on, and who comes waits for it by themselves", async ({
  product,
  newGuest,
}) => {
  const { room, clinician, expectSeeingEachOther } = await meet(newGuest);
  const late = await newGuest("interpreter");
  const seat = await makeSeat(room, "interpreter", "Noor Haddad");
  await product.database.stop();
  const backAt = Date.now() + OUTAGE_MS;

  const answer = await late.page.goto(seat.link);
  expect(answer?.status()).toBe(503);
  await expect(late.page.getByRole("status")).toContainText("Our records don't answer.");
  while (Date.now() < backAt) await expectSeeingEachOther();

  await product.database.start();
  await late.enterButton.click();
  await expect(late.call).toBeVisible();
  await expect(clinician.button("People, 3 in the call")).toBeVisible();
  await expectSeeingEachOther();
  await expectNothingEnded(room);
});
