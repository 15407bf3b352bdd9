import { attends, callerFor } from "../attacks/meeting";
import { expect, test } from "../fixtures";
import { Caller } from "../support/caller";
import { SAID_TIME } from "../support/said-time";
import { trackCountOf } from "../support/media-server";
import { sql } from "../support/database";
import { makeOrganization, makeRoom, makeSeat, type Room } from "../support/world";

/** Moves the end of a room, as an extension or a shorter window would, and tells the pages. */
async function closeIn({ id }: Room, seconds: number): Promise<void> {
  await sql(
    `UPDATE rooms SET closes_at = date_trunc('milliseconds', now()) + make_interval(secs => $2)
     WHERE id = $1`,
    [id, seconds],
  );
  await sql("SELECT pg_notify('room_changed', $1)", [id]);
}

test("whoever is in a call reads what the host changed for them, and why they are out", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization(), { lobby: true });
  const clinician = await attends(await callerFor(room, "clinician", "Dr Mira Halloran"));
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  const { id: seatId } = seat;
  const patient = await newGuest("patient", { phone: true });
  await patient.opens(seat);
  await patient.enterButton.click();
  await clinician.caller.does("admit", { seatId });
  await expect(patient.call).toBeVisible();
  const reads = (text: string | RegExp) =>
    expect(patient.page.getByText(text).filter({ visible: true }).first()).toBeVisible();

  await expect.poll(() => trackCountOf(clinician.callName, seatId)).toBe(2);
  await clinician.caller.does("mute", { seatId });
  await reads("The clinician turned off your microphone. You can turn it on again when you want");
  await clinician.caller.does("sources", { seatId, withheld: ["camera"] });
  await reads("The clinician turned off your camera. You can't turn it on until they allow it.");
  await clinician.caller.does("sources", { seatId, withheld: [] });
  await reads("You may turn on your camera again.");
  await clinician.caller.does("role", { seatId, role: "consumer" });
  await reads("The clinician changed what you may do: you can watch and listen.");
  await clinician.caller.does("role", { seatId, role: "attendee" });
  await reads("The clinician changed what you may do: you can speak, but not share your screen.");

  await clinician.caller.does("send-back", { seatId });
  await expect(patient.call).toBeHidden();
  await reads(/asked you to wait here again/);
  await clinician.caller.does("admit", { seatId });
  await expect(patient.call).toBeVisible();

  const laptop = await Caller.opens(seat);
  await laptop.getsTicket({ takeOver: true });
  await reads("The call goes on with your other device");
  await clinician.media.leaves();
});

test("five minutes and one minute before the end everybody is told, and that there is more time", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization(), { closesInSeconds: 900 });
  const clinician = await Caller.opens(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  const patient = await newGuest("patient");
  await patient.joins(await makeSeat(room, "patient", "Samuel Reyes"));
  const reads = (text: string | RegExp) =>
    expect(patient.page.getByText(text).filter({ visible: true }).first()).toBeVisible();

  await closeIn(room, 303);
  await reads("5 minutes left. Then the call ends for everyone.");
  await clinician.does("extend", { minutes: 10 });
  await reads(new RegExp(String.raw`There is more time: it now ends at ${SAID_TIME}\.`));
  await closeIn(room, 63);
  await reads("1 minute left. Then the call ends for everyone.");
  await closeIn(room, 4);
  await expect(patient.call).toBeHidden();
});
