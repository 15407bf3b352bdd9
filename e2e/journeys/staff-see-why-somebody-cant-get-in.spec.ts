import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { Caller } from "../support/caller";
import { makeMember, makeOrganization, makeRoom, makeSeat } from "../support/world";

test("staff see why somebody can't get in, and let them in with one press", async ({
  newGuest,
}) => {
  const organization = await makeOrganization();
  const room = await makeRoom(organization, { lobby: true });
  await makeSeat(room, "clinician", "Dr Mira Halloran");
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  const patient = await Caller.opens(seat);
  expect((await patient.asksToJoin()).entry).toBeNull();

  const owner = await newGuest("owner", { member: await makeMember(organization) });
  const why = `/rooms/${room.id}/why?seat=${seat.id}`;
  await owner.page.goto(`${why}&date=2099-01-01&time=10:00`);
  await expect(owner.page.getByText("The time is over, for everybody.")).toBeVisible();
  await owner.page.goto(why);
  await expect(owner.page.getByText(/^waits since/)).toBeVisible();
  await expectAccessible(owner.page);

  await owner.button("Let Samuel Reyes in").click();
  await expect(owner.page.getByText("Samuel Reyes may come in.")).toBeVisible();
  expect((await patient.asksToJoin()).entry).not.toBeNull();
});

test("staff see on a visit's page by itself who comes to wait, and let them in there", async ({
  newGuest,
}) => {
  const organization = await makeOrganization();
  const room = await makeRoom(organization, { lobby: true });
  const patient = await Caller.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  const owner = await newGuest("owner", { member: await makeMember(organization) });
  await owner.page.goto(`/rooms/${room.id}`);
  const line = owner.page.getByRole("listitem").filter({ hasText: "Samuel Reyes" }).first();
  const letIn = owner.button("Let Samuel Reyes in");
  await expect(line).toContainText("can come now, then waits");
  await expect(letIn).toBeHidden();

  expect((await patient.asksToJoin()).entry).toBeNull();
  await expect(line).toContainText(/waits since/);
  await expectAccessible(owner.page);
  await letIn.click();
  await expect(line).toContainText("can come in now");
  await expect(owner.page.getByText("Samuel Reyes may come in.")).toBeVisible();
  expect((await patient.asksToJoin()).entry).not.toBeNull();
});
