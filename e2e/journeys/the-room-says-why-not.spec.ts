import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { announce, sql } from "../support/database";
import { SAID_TIME } from "../support/said-time";
import { makeOrganization, makeRoom, makeSeat, type Room } from "../support/world";

const NEXT_STEP = "ask Hillside Practice";

type Refusal = { what: string; change: string; headline: RegExp; says: (string | RegExp)[] };

const REFUSALS: Refusal[] = [
  {
    what: "called off",
    change: "UPDATE rooms SET cancelled_at = now(), cancel_reason = 'Ill' WHERE id = $1",
    headline: /^This visit was called off$/,
    says: ["It was called off on", "The reason given: Ill", `If you need a new time, ${NEXT_STEP}`],
  },
  {
    what: "ended by the clinician",
    change: "UPDATE rooms SET ended_at = now() WHERE id = $1",
    headline: /^The clinician ended this visit$/,
    says: ["It ended at", "You can close this page", NEXT_STEP],
  },
  {
    what: "over without them",
    change: `UPDATE rooms SET opens_at = now() - interval '2 hours',
      closes_at = now() - interval '1 hour' WHERE id = $1`,
    headline: /^This visit is over$/,
    says: ["You were not in it.", "Ask Hillside Practice for a new time."],
  },
];

for (const { what, change, headline, says } of REFUSALS) {
  test(`whoever comes to a visit that is ${what} reads so, and what to do now`, async ({
    newGuest,
  }) => {
    const room = await makeRoom(await makeOrganization());
    const patient = await newGuest("patient", { phone: true });
    await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
    await expect(patient.enterButton).toBeVisible();
    await sql(change, [room.id]);
    await announce(room.id);
    await expect(patient.headline(headline)).toBeVisible();
    for (const words of says) await expect(patient.answer).toContainText(words);
    await expect(patient.enterButton).toBeHidden();
    await expectAccessible(patient.page);
  });
}

const remove = (room: Room) =>
  sql(
    `UPDATE seats SET removed_at = now(), removed_by_role = 'presenter',
       removed_reason = 'Call the front desk first' WHERE room_id = $1`,
    [room.id],
  );

test("whoever was removed reads by whom and why, and may ask once to come back", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const patient = await newGuest("patient");
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  await remove(room);
  await patient.opens(seat);
  await expect(patient.headline("You were taken out of this visit")).toBeVisible();
  await expect(patient.answer).toContainText(new RegExp(`The clinician did it at ${SAID_TIME}`));
  await expect(patient.answer).toContainText("The reason given: Call the front desk first");
  await expectAccessible(patient.page);
  await patient.button("Ask to come back").click();
  await expect(patient.answer).toContainText("You asked to come back.");
  await expect(patient.button("Ask to come back")).toBeHidden();

  await sql("UPDATE rooms SET ended_at = now() WHERE id = $1", [room.id]);
  await announce(room.id);
  await expect(patient.answer).toContainText(new RegExp(`The visit ended at ${SAID_TIME}`));
  await expect(patient.answer).not.toContainText("You asked to come back.");
});

test("a visit that moved leads to its new time", async ({ newGuest }) => {
  const clinic = await makeOrganization();
  const [before, after] = [await makeRoom(clinic), await makeRoom(clinic)];
  const seat = await makeSeat(before, "patient", "Samuel Reyes");
  await sql(
    `INSERT INTO seats (id, organization_id, room_id, person_id, role, capacity)
     SELECT gen_random_uuid(), organization_id, $2, person_id, role, capacity
     FROM seats WHERE room_id = $1`,
    [before.id, after.id],
  );
  await sql("UPDATE rooms SET moved_to_id = $2 WHERE id = $1", [before.id, after.id]);
  const patient = await newGuest("patient");
  await patient.opens(seat);
  await expect(patient.headline("This visit has a new time")).toBeVisible();
  await expectAccessible(patient.page);
  await patient.button("Go to the new time").click();
  await expect(patient.page).toHaveURL(new RegExp(after.id));
  await expect(patient.enterButton).toBeVisible();
});

test("somebody without an invitation learns nothing but how to get one", async ({ newGuest }) => {
  const room = await makeRoom(await makeOrganization());
  await makeSeat(room, "patient", "Samuel Reyes");
  const stranger = await newGuest("stranger");
  await stranger.page.goto(`/room/${room.id}`);
  await expect(stranger.headline("Only people on the list can come in")).toBeVisible();
  await expect(stranger.answer).toContainText("Open the link in your newest invitation.");
  await expect(stranger.enterButton).toBeHidden();
  await expect(stranger.page.getByText(/Samuel Reyes|Halloran|Hillside/)).toBeHidden();
  await expectAccessible(stranger.page);
});

test("a link that was taken back says whose it was, masked, and how to get a new one", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  const patient = await newGuest("patient");
  await patient.opens(seat);
  await expect(patient.enterButton).toBeVisible();
  await sql("UPDATE personal_links SET revoked_at = now() WHERE seat_id = $1", [seat.id]);
  await patient.page.reload();
  await expect(patient.headline(/^This link was made for s…@example\.org/)).toBeVisible();
  await expect(patient.enterButton).toBeHidden();
  await patient.opens(seat);
  await expect(patient.enterButton).toBeHidden();
  await expectAccessible(patient.page);
});

test("a link that never was says so and opens nothing", async ({ newGuest }) => {
  const stranger = await newGuest("stranger");
  const answer = await stranger.page.goto(`/join/${"A".repeat(22)}`);
  expect(answer?.status()).toBe(404);
  await expect(stranger.answer).toContainText("Open the link in the newest mail");
  await expect(stranger.page.getByText("Rostrum", { exact: true })).toBeVisible();
  const fonts = () => stranger.page.evaluate(() => [...document.fonts].map(({ status }) => status));
  await expect.poll(fonts).toEqual(["loaded"]);
  await expectAccessible(stranger.page);
});
