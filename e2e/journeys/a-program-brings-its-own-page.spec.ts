import { expect, test, type Fixtures } from "../fixtures";
import { SamplePage } from "../pages/sample-page";
import { sql, sqlRow } from "../support/database";
import {
  expectAudibleAudio,
  expectMovingPicture,
  expectMovingVideo,
  received,
} from "../support/media";
import { Program } from "../support/program";
import { makeSeat, type Room } from "../support/world";

let program: Program;

test.beforeAll(() => {
  program = new Program();
});

async function samplePage(newGuest: Fixtures["newGuest"], name: string): Promise<SamplePage> {
  return new SamplePage((await newGuest(name)).page);
}

/** A presenter and an attendee in a room, each with a page that joined. */
async function hostAndGuest(newGuest: Fixtures["newGuest"]) {
  const [host, guest] = [await program.makeUser("Host"), await program.makeUser("Guest")];
  const roomId = await program.makeRoom([
    [host, "Presenter"],
    [guest, "Attendee"],
  ]);
  const [hosts, guests] = [await samplePage(newGuest, "host"), await samplePage(newGuest, "guest")];
  await hosts.joins(roomId, host);
  await guests.joins(roomId, guest);
  return { roomId, guest, hosts, guests };
}

test("two users meet; a change of role and a removal on the wire reach them at once", async ({
  newGuest,
}) => {
  const [doctor, patient] = [await program.makeUser("Dr Quist"), await program.makeUser("Ada")];
  const roomId = await program.makeRoom([
    [doctor, "Presenter"],
    [patient, "Attendee"],
  ]);
  const [doctors, patients] = [
    await samplePage(newGuest, "doctor"),
    await samplePage(newGuest, "patient"),
  ];
  await doctors.joins(roomId, doctor);
  await doctors.expectState("Connected");
  await patients.joins(roomId, patient);
  await patients.expectState("Connected");

  await expect(doctors.people).toContainText("Ada, Attendee");
  await expect(patients.people).toContainText("Dr Quist, Presenter");
  await expectMovingVideo(doctors.page);
  await expectMovingVideo(patients.page);
  await expectAudibleAudio(patients.page);
  await expect(patients.capabilities).toHaveText("turnVideoOn, unmuteMic, viewAttendeeNames");

  await patients.button("Share screen").click();
  await expect(patients.problem).toHaveText("RoleRestricted (403/0)");
  await program.setRole(roomId, patient, "Collaborator");
  await expect(patients.role).toHaveText("Collaborator");
  await expect(patients.events).toContainText("roleChanged");
  await expect(patients.events).toContainText("capabilitiesChanged (RoleChanged): shareScreen");
  await expect(doctors.people).toContainText("Ada, Collaborator");

  await program.setRole(roomId, patient, "Consumer");
  await expect(patients.capabilities).toHaveText("viewAttendeeNames");
  await expect(patients.button("Start video")).toBeVisible();
  await expect(patients.button("Unmute")).toBeVisible();

  await program.takeOff(roomId, patient);
  await patients.expectEnd("0/5317 removed");
  await expect(doctors.people).toBeEmpty();
  await patients.joins(roomId, patient);
  await patients.expectEnd("403/5828 removed");
});

test("a presenter mutes, removes and ends; others may not", async ({ newGuest }) => {
  const [host, guest, other] = [
    await program.makeUser("Host"),
    await program.makeUser("Guest"),
    await program.makeUser("Other"),
  ];
  const roomId = await program.makeRoom([
    [host, "Presenter"],
    [guest, "Attendee"],
    [other, "Attendee"],
  ]);
  const [hosts, guests, others] = [
    await samplePage(newGuest, "host"),
    await samplePage(newGuest, "guest"),
    await samplePage(newGuest, "other"),
  ];
  for (const [page, user] of [
    [hosts, host],
    [guests, guest],
    [others, other],
  ] as const) {
    await page.joins(roomId, user);
    await page.expectState("Connected");
  }

  await guests.button("End for everyone").click();
  await expect(guests.problem).toContainText("(403/0)");
  await guests.expectState("Connected");

  await expect(hosts.people).toContainText("Guest, Attendee");
  await expect(guests.button("Mute")).toBeVisible();
  await hosts.button("Mute everyone else").click();
  await expect(guests.events).toContainText("mutedByOthers");
  await expect(guests.button("Unmute")).toBeVisible();

  await hosts.button("Remove Guest").click();
  await guests.expectEnd("0/5300 removed");

  await hosts.button("End for everyone").click();
  await hosts.expectEnd("0/0");
  await others.expectEnd(/^0\/4097 ended/);
});

test("the camera goes out with the video, and with the call", async ({ newGuest }) => {
  const user = await program.makeUser("Ada");
  const page = await samplePage(newGuest, "page");
  await page.page.addInitScript(() => {
    const opened: MediaStreamTrack[] = [];
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (asked) => {
      const stream = await open(asked);
      opened.push(...stream.getVideoTracks());
      return stream;
    };
    Object.assign(window, {
      openCameras: () => opened.filter(({ readyState }) => readyState === "live").length,
    });
  });
  const cameras = () => page.page.evaluate<number>("openCameras()");
  await page.joins(await program.makeRoom([[user, "Attendee"]]), user);
  await page.expectState("Connected");
  await expect.poll(cameras).toBe(1);

  await page.button("Stop video").click();
  await expect.poll(cameras).toBe(0);
  await page.button("Start video").click();
  await expect.poll(cameras).toBe(1);
  await page.button("Hang up").click();
  await page.expectState("Disconnected");
  await expect.poll(cameras).toBe(0);
});

test("a presenter shares a screen, and another sees it until it stops", async ({ newGuest }) => {
  const { hosts, guests } = await hostAndGuest(newGuest);
  await expect(guests.people).toContainText("Host, Presenter");
  const screen = guests.pictureOf("Host", "ScreenSharing");
  await expect(screen).toHaveCount(0);

  await hosts.button("Share screen").click();
  await expect(hosts.button("Stop sharing")).toBeVisible();
  await expectMovingPicture(screen);
  await hosts.button("Stop sharing").click();
  await expect(screen).toHaveCount(0);
  await expectMovingPicture(guests.pictureOf("Host", "Video"));
});

test("an attendee waits in the lobby until staff lets them in", async ({ newGuest }) => {
  const attendee = await program.makeUser("Ada");
  const acsId = await program.makeRoom([[attendee, "Attendee"]]);
  const room = await sqlRow<Room>(
    `UPDATE rooms SET lobby = true WHERE acs_id = $1
     RETURNING id, organization_id AS "organizationId", title`,
    [acsId],
  );
  const staff = await newGuest("staff");
  await staff.joins(await makeSeat(room, "host", "Dr Quist"));
  const attendees = await samplePage(newGuest, "attendee");

  await attendees.joins(acsId, attendee);
  await attendees.expectState("InLobby");
  await expect(staff.button("Admit Ada")).toBeVisible();
  await expect(attendees.people).toBeEmpty();
  expect(await received(attendees.page)).toEqual({ videoFrames: 0, audioEnergy: 0 });

  await staff.button("Admit Ada").click();
  await attendees.expectState("Connected");
  await expect(attendees.people).toContainText("Dr Quist, Presenter");
  await Promise.all([expectMovingVideo(attendees.page), expectMovingVideo(staff.page)]);
});

test("who may not join is told why, in ACS's codes and with our times", async ({ newGuest }) => {
  const [invited, stranger] = [await program.makeUser("Ada"), await program.makeUser("Eve")];
  const page = await samplePage(newGuest, "page");

  await page.joins("99000000000000001", invited);
  await page.expectEnd("404/5732 room-not-found");

  const roomId = await program.makeRoom([[invited, "Attendee"]]);
  await page.joins(roomId, stranger);
  await page.expectEnd("403/5828 not-invited");

  const early = await program.makeRoom([[invited, "Attendee"]], { opensInMinutes: 30 });
  await page.joins(early, invited);
  await page.expectEnd(/^403\/5829 too-early \d{4}-\d\d-\d\dT/);

  await sql(
    `UPDATE rooms SET opens_at = now() - interval '2 hours', closes_at = now() - interval '1 hour'
     WHERE acs_id = $1`,
    [roomId],
  );
  await page.joins(roomId, invited);
  await page.expectEnd(/^403\/5829 too-late \d{4}-\d\d-\d\dT/);

  await page.joins(roomId, { ...invited, token: `${invited.token.slice(0, -2)}AA` });
  await page.expectEnd("401/10009");
});

test("a user who reloads is back with the same seat", async ({ newGuest }) => {
  const { roomId, guest, hosts, guests } = await hostAndGuest(newGuest);
  await expect(hosts.people).toContainText("Guest, Attendee");
  await guests.joins(roomId, guest);
  await guests.expectState("Connected");
  await expect(hosts.people.getByRole("listitem")).toHaveCount(1);
});
