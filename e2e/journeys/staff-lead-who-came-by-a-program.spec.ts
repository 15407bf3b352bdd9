import { expect, test, type Fixtures } from "../fixtures";
import type { Guest } from "../pages/guest";
import { SamplePage } from "../pages/sample-page";
import { expectAccessible } from "../support/accessible";
import { sqlRow } from "../support/database";
import { expectMovingVideo, received } from "../support/media";
import { Program } from "../support/program";
import { makeSeat, type Room } from "../support/world";

let program: Program;

test.beforeAll(() => {
  program = new Program();
});

/** A user on a page of a program, and one of the staff on ours, in a room with a lobby. */
async function userAndStaff(newGuest: Fixtures["newGuest"]) {
  const user = await program.makeUser("Ada");
  const acsId = await program.makeRoom([[user, "Attendee"]]);
  const room = await sqlRow<Room>(
    `UPDATE rooms SET lobby = true WHERE acs_id = $1
     RETURNING id, organization_id AS "organizationId", title`,
    [acsId],
  );
  const [staff, users] = [await newGuest("staff"), new SamplePage((await newGuest("user")).page)];
  await staff.joins(await makeSeat(room, "host", "Dr Quist"));
  return { acsId, user, staff, users };
}

/** The same with the user in the call, and all that staff can change for them open. */
async function staffManageTheUser(newGuest: Fixtures["newGuest"]) {
  const met = await userAndStaff(newGuest);
  const { acsId, user, staff, users } = met;
  await users.joins(acsId, user);
  await staff.button("Admit Ada").click();
  await users.expectState("Connected");
  await staff.button(/^People/).click();
  await managesAda(staff);
  return met;
}

/** Opens what can be changed for Ada, in the list of people; her line moves when she is in the call. */
async function managesAda(staff: Guest): Promise<void> {
  await expect(staff.button("Mute Ada")).toBeVisible();
  await staff.button("Manage Ada").click();
}

test("an attendee waits in the lobby until staff lets them in", async ({ newGuest }) => {
  const { acsId, user, staff, users } = await userAndStaff(newGuest);
  await users.joins(acsId, user);
  await users.expectState("InLobby");
  await expect(staff.button("Admit Ada")).toBeVisible();
  await expect(users.people).toBeEmpty();
  expect(await received(users.page)).toEqual({ videoFrames: 0, audioEnergy: 0 });

  await users.button("Hang up").click();
  await expect(staff.button("Admit Ada")).toBeHidden();
  await users.joins(acsId, user);
  await users.expectState("InLobby");

  await staff.button("Admit Ada").click();
  await users.expectState("Connected");
  await expect(users.people).toContainText("Dr Quist, Presenter");
  await Promise.all([expectMovingVideo(users.page), expectMovingVideo(staff.page)]);
});

test("who is sent back to the lobby waits there again, and is turned away from there by the program", async ({
  newGuest,
}) => {
  const { acsId, user, staff, users } = await staffManageTheUser(newGuest);
  await staff.button("Send Ada back to the lobby").click();
  await users.expectState("InLobby");
  await expect(users.people).toBeEmpty();

  await staff.button("Admit Ada").first().click();
  await users.expectState("Connected");
  await expect(users.people).toContainText("Dr Quist, Presenter");
  await Promise.all([expectMovingVideo(users.page), expectMovingVideo(staff.page)]);

  await managesAda(staff);
  await staff.button("Send Ada back to the lobby").click();
  await users.expectState("InLobby");
  await program.takeOff(acsId, user);
  await users.expectEnd("0/5317 removed");
  await expect(staff.button("Admit Ada")).toHaveCount(0);
});

test("who is removed by staff is out for good, until staff lets them back in", async ({
  newGuest,
}) => {
  const { acsId, user, staff, users } = await staffManageTheUser(newGuest);
  await staff.button("Remove Ada").click();
  await staff.dialog("Remove Ada?").getByRole("button", { name: "Remove Ada" }).click();
  await users.expectEnd("0/5300 removed");
  await users.joins(acsId, user);
  await users.expectEnd("403/5828 removed");

  await staff.button("Let Ada back in").click();
  await expect(staff.button("Let Ada back in")).toHaveCount(0);
  await users.joins(acsId, user);
  await users.expectState("Connected");
  await expect(users.people).toContainText("Dr Quist, Presenter");
});

test("a button that is taken away for now says why", async ({ newGuest }) => {
  const { staff, users } = await staffManageTheUser(newGuest);
  await expect(users.button("Mute")).toBeEnabled();
  await staff.page.getByRole("checkbox", { name: "Microphone" }).uncheck();
  await expect(users.button("Unmute")).toBeDisabled();
  await expect(users.button("Unmute")).toHaveAccessibleDescription("MeetingRestricted");
  await expect(users.button("Stop video")).toBeEnabled();
  await staff.page.getByRole("checkbox", { name: "Microphone" }).check();
  await expect(users.button("Unmute")).toBeEnabled();
  await expectAccessible(users.page);
});
