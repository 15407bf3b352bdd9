import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { Caller } from "../support/caller";
import { sql } from "../support/database";
import { newestMailTo } from "../support/mailbox";
import { makeKey, makeMember, makeOrganization, makeRoom, makeSeat } from "../support/world";

const THREE_HOURS = 3 * 3_600;

/** Lets the two minutes pass in which one may think better of it. */
const passDelay = (excusedSeatId: string) =>
  sql(
    `UPDATE rostrum_jobs.job SET start_after = now()
     WHERE name = 'send-excuse' AND data->>'excusedSeatId' = $1`,
    [excusedSeatId],
  );

test("a patient says with one press that they can't come; who leads reads it everywhere, and that they can after all", async ({
  newGuest,
}) => {
  const organization = await makeOrganization();
  const room = await makeRoom(organization, { opensInSeconds: THREE_HOURS });
  const doctor = await makeSeat(room, "clinician", "Dr Mira Halloran");
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  const patient = await newGuest("patient", { phone: true });
  await patient.opens(seat);
  await patient.button("I can't make it").click();
  await expect(patient.headline("You said that you can't come")).toBeVisible();
  await expect(patient.page.getByText("Dr Mira Halloran sees it.")).toBeVisible();
  await expectAccessible(patient.page);

  await patient.page.getByLabel("Why you can't come").fill("My train was cancelled.");
  await patient.button("Send the reason").click();
  await expect(patient.page.getByText("Your reason: My train was cancelled.")).toBeVisible();

  const owner = await newGuest("owner", { member: await makeMember(organization) });
  await owner.page.goto("/rooms");
  await expect(owner.page.getByText("1 can't come")).toBeVisible();
  await owner.page.getByRole("link", { name: room.title }).click();
  await expect(owner.page.getByText("can't come: My train was cancelled.")).toBeVisible();
  await expect(owner.page.getByText(/^can come in at /)).toHaveCount(2);
  await expectAccessible(owner.page);

  await passDelay(seat.id);
  const mail = await newestMailTo(doctor.email, /^Samuel Reyes can’t come/);
  expect(mail.text).toContain("The reason: My train was cancelled.");

  await sql("UPDATE seats SET excused_at = excused_at - interval '3 minutes' WHERE id = $1", [
    seat.id,
  ]);
  await patient.button("I can come after all").click();
  await expect(patient.headline(/^Opens /)).toBeVisible();
  await newestMailTo(doctor.email, /^Samuel Reyes can come after all/);
  await owner.page.reload();
  await expect(owner.page.getByText("can't come")).toHaveCount(0);
});

test("whoever runs no script says it too, and takes it back", async ({ newGuest }) => {
  const room = await makeRoom(await makeOrganization(), { opensInSeconds: THREE_HOURS });
  const patient = await newGuest("patient", { noScript: true });
  await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  await patient.button("I can't make it").click();
  await patient.page.getByLabel("Why you can't come").fill("My train was cancelled.");
  await patient.button("Send the reason").click();
  await expect(patient.page.getByText("Your reason: My train was cancelled.")).toBeVisible();
  await patient.button("I can come after all").click();
  await expect(patient.headline(/^Opens /)).toBeVisible();
});

test("whoever leads can't say it, and whoever comes all the same is let in", async ({
  newGuest,
  request,
}) => {
  const organization = await makeOrganization();
  const room = await makeRoom(organization);
  const doctor = await Caller.opens(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  expect((await doctor.presses("excuse")).status()).toBe(403);

  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  const patient = await newGuest("patient");
  await patient.opens(seat);
  await patient.button("I can't make it").click();
  await expect(patient.headline("You said that you can't come")).toBeVisible();
  const authorization = `Bearer ${await makeKey(organization)}`;
  const excuse = async () => {
    const address = `/api/v1/rooms/${room.id}/seats/${seat.id}`;
    const answer = await request.get(address, { headers: { authorization } });
    return ((await answer.json()) as { excuse: object | null }).excuse;
  };
  expect(await excuse()).toMatchObject({ reason: null });

  const onAnotherDevice = await Caller.opens(seat);
  expect((await onAnotherDevice.asksToJoin()).entry).not.toBeNull();
  expect(await excuse()).toBeNull();
  await expect(patient.headline("You said that you can't come")).toBeHidden();
});
