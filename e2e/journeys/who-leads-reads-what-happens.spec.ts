import { expect, test } from "../fixtures";
import { sql } from "../support/database";
import { environment } from "../support/environment";
import { MediaClient } from "../support/media-client";
import { forgeTicket } from "../support/media-server";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

test("who leads reads why there is no more time, and who got past the door", async ({
  newGuest,
}) => {
  const organization = await makeOrganization();
  const room = await makeRoom(organization, { closesInSeconds: 600 });
  const seat = await makeSeat(room, "clinician", "Dr Mira Halloran");
  const next = await makeRoom(organization, { opensInSeconds: 720 });
  await sql(
    `INSERT INTO seats (id, organization_id, room_id, person_id, role, capacity)
     SELECT uuidv7(), organization_id, $1, person_id, role, capacity FROM seats WHERE id = $2`,
    [next.id, seat.id],
  );
  const clinician = await newGuest("clinician");
  await clinician.joins(seat);

  await clinician.button(/More time$/).click();
  await clinician.button(/^5 minutes more|^\+ ?5/).click();
  await expect(
    clinician.page.getByText("Another visit begins too soon after this one").first(),
  ).toBeVisible();
  await clinician.page.keyboard.press("Escape");

  const [call] = await sql<{ name: string }>("SELECT name FROM calls WHERE room_id = $1", [
    room.id,
  ]);
  const ticket = await forgeTicket(call?.name ?? "", "eve");
  const rogue = await MediaClient.joinsAt(environment.livekitUrl, ticket);
  await expect.poll(() => rogue.isOut).toBe(true);
  await expect(
    clinician.page.getByText("Somebody who is not on the list got into the call.").first(),
  ).toBeVisible();
});
