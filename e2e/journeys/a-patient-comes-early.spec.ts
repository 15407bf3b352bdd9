import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { announce, sql, sqlRow } from "../support/database";
import { makeOrganization, makeRoom, makeSeat, type Room } from "../support/world";

const THREE_HOURS = 3 * 3_600;

/** The hours and minutes that a room's opening has on a clock in a zone. */
async function clockIn(timeZone: string, room: Room): Promise<string> {
  const { clock } = await sqlRow<{ clock: string }>(
    "SELECT to_char(opens_at AT TIME ZONE $2, 'HH24:MI') AS clock FROM rooms WHERE id = $1",
    [room.id, timeZone],
  );
  return clock;
}

const opensIn = async (room: Room, seconds: number) => {
  await sql("UPDATE rooms SET opens_at = now() + make_interval(secs => $2) WHERE id = $1", [
    room.id,
    seconds,
  ]);
  await announce(room.id);
};

test("three hours early a patient reads when to come back, tests their devices, and is let in when the clock arrives", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization(), { opensInSeconds: THREE_HOURS });
  const patient = await newGuest("patient", { phone: true, timezoneId: "America/New_York" });
  await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));

  const here = await clockIn("America/New_York", room);
  await expect(patient.headline(/^Opens /)).toContainText(here);
  await expect(patient.page.getByRole("timer")).toHaveText(/^in (2 h 59 min|3 h)$/);
  const there = await clockIn("Europe/Berlin", room);
  await expect(patient.answer).toContainText(new RegExp(`, ${here} ?–.*\\(your\\stime\\)`));
  await expect(patient.answer).toContainText(new RegExp(`, ${there} ?–.* in Berlin`));
  await expect(patient.enterButton).toBeHidden();
  await expectAccessible(patient.page);

  await patient.button("Test camera and sound").click();
  await expect(patient.page.getByText("Camera and sound work", { exact: true })).toBeVisible();
  await patient.button(/^Let me in at/).click();
  await expect(patient.answer).toContainText("You are set.");
  await opensIn(room, 5);
  await expect(patient.call).toBeVisible();
});

test("whoever only kept the page open has the way in when the time comes", async ({ newGuest }) => {
  const room = await makeRoom(await makeOrganization(), { opensInSeconds: 8, lobby: true });
  const patient = await newGuest("patient");
  await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  await expect(patient.headline(/^Opens at/)).toBeVisible();
  await expect(patient.headline("It is time")).toBeVisible();
  await expect(patient.button("I'm here")).toBeEnabled();
});

test("the calendar entry can be had from the page", async ({ newGuest }) => {
  const room = await makeRoom(await makeOrganization(), { opensInSeconds: THREE_HOURS });
  const patient = await newGuest("patient");
  await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  const coming = patient.page.waitForEvent("download");
  await patient.page.getByRole("link", { name: "Add to calendar" }).click();
  const file = await (await coming).createReadStream();
  const text = (await file.toArray()).join("");
  expect(text).toContain("BEGIN:VEVENT");
  expect(text).toContain("SUMMARY:Visit with Dr Mira Halloran");
  expect(text).not.toContain("/join/");
});
