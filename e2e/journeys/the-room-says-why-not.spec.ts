import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { sql } from "../support/database";
import { makeOrganization, makeRoom, makeSeat, type Room } from "../support/world";

const seatIn = (room: Room) => makeSeat(room, "patient", "Samuel Reyes");

test("three hours early one reads when to come back", async ({ newGuest }) => {
  const seat = await seatIn(await makeRoom(await makeOrganization(), { opensInSeconds: 10_800 }));
  const patient = await newGuest("patient");
  await patient.opens(seat);
  await expect(patient.answer).toContainText(/Opens at|opens at/);
  await expect(patient.enterButton).toBeHidden();
  await expectAccessible(patient.page);
});

test("whoever is early by seconds gets the way in when the time comes", async ({ newGuest }) => {
  const seat = await seatIn(await makeRoom(await makeOrganization(), { opensInSeconds: 12 }));
  const patient = await newGuest("patient");
  await patient.opens(seat);
  await expect(patient.answer).toContainText(/opens/i);
  await expect(patient.enterButton).toBeEnabled({ timeout: 30_000 });
  await patient.enterButton.click();
  await expect(patient.call).toBeVisible();
});

const REFUSALS: [what: string, change: string][] = [
  ["cancelled", "UPDATE rooms SET cancelled_at = now(), cancel_reason = 'Ill' WHERE id = $1"],
  ["ended", "UPDATE rooms SET ended_at = now() WHERE id = $1"],
  ["removed", "UPDATE seats SET removed_at = now() WHERE room_id = $1"],
];

for (const [what, change] of REFUSALS) {
  test(`whoever comes to a room that is ${what} reads so and can't go in`, async ({ newGuest }) => {
    const room = await makeRoom(await makeOrganization());
    const seat = await seatIn(room);
    await sql(change, [room.id]);
    const patient = await newGuest("patient");
    await patient.opens(seat);
    await expect(patient.page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(patient.enterButton).toBeHidden();
    await expectAccessible(patient.page);
  });
}

test("too late, the room is over", async ({ newGuest }) => {
  const window = { opensInSeconds: -7_200, closesInSeconds: -3_600 };
  const seat = await seatIn(await makeRoom(await makeOrganization(), window));
  const patient = await newGuest("patient");
  await patient.opens(seat);
  await expect(patient.enterButton).toBeHidden();
  await expectAccessible(patient.page);
});

test("somebody without a seat is not let in", async ({ newGuest }) => {
  const room = await makeRoom(await makeOrganization());
  const stranger = await newGuest("stranger");
  await stranger.page.goto(`/room/${room.id}`);
  await expect(stranger.enterButton).toBeHidden();
  await expect(stranger.page.getByText("Samuel Reyes")).toBeHidden();
});
