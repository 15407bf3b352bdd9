import type { Page } from "@playwright/test";
import { expect, test, type Fixtures } from "../fixtures";
import { SamplePage } from "../pages/sample-page";
import { expectAccessible } from "../support/accessible";
import { sql, sqlRow } from "../support/database";
import { expectAudibleAudio, expectMovingPicture, expectMovingVideo } from "../support/media";
import { Program, type ProgramUser } from "../support/program";

let program: Program;

test.beforeAll(() => {
  program = new Program();
});

async function samplePage(newGuest: Fixtures["newGuest"], name: string): Promise<SamplePage> {
  return new SamplePage((await newGuest(name)).page);
}

test("browsers find the icon that a page of a program does not name", async ({ request }) => {
  const answer = await request.get("/favicon.ico");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("image/svg+xml");
});

/** A presenter and an attendee, and a room with both on its roster. */
async function makePair(hostName: string, name: string) {
  const [host, user] = [await program.makeUser(hostName), await program.makeUser(name)];
  const roomId = await program.makeRoom([
    [host, "Presenter"],
    [user, "Attendee"],
  ]);
  return { host, user, roomId };
}

/** A presenter and an attendee in a room, each with a page that joined. */
async function hostAndGuest(newGuest: Fixtures["newGuest"]) {
  const { host, user: guest, roomId } = await makePair("Host", "Guest");
  const [hosts, guests] = [await samplePage(newGuest, "host"), await samplePage(newGuest, "guest")];
  await hosts.joins(roomId, host);
  await guests.joins(roomId, guest);
  return { roomId, guest, hosts, guests };
}

test("two users meet; a change of role and a removal on the wire reach them at once", async ({
  newGuest,
}) => {
  const { host: doctor, user: patient, roomId } = await makePair("Dr Quist", "Ada");
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

  await expect(patients.button("Share screen")).toBeHidden();
  await program.setRole(roomId, patient, "Collaborator");
  await expect(patients.role).toHaveText("Collaborator");
  await expect(patients.button("Share screen")).toBeEnabled();
  await expect(patients.events).toContainText("roleChanged");
  await expect(patients.events).toContainText("capabilitiesChanged (RoleChanged): shareScreen");
  await expect(doctors.people).toContainText("Ada, Collaborator");

  await program.setRole(roomId, patient, "Consumer");
  await expect(patients.capabilities).toHaveText("viewAttendeeNames");
  await expect(patients.actions.getByRole("button")).toHaveText(["Hang up"]);

  await program.takeOff(roomId, patient);
  await patients.expectEnd("0/5317 removed");
  await expect(doctors.people).toBeEmpty();
  await patients.joins(roomId, patient);
  await patients.expectEnd("403/5828 removed");
  await expectAccessible(patients.page);
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

  await expect(guests.people).toContainText("Other, Attendee");
  for (const name of ["End for everyone", "Mute everyone else", "Remove Other"]) {
    await expect(guests.button(name)).toBeHidden();
  }

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

test("a page that asks for what its user's role does not allow is refused by the server", async ({
  newGuest,
}) => {
  const { host, user, roomId } = await makePair("Host", "Ada");
  const [hosts, { page }] = [await samplePage(newGuest, "host"), await newGuest("page")];
  await hosts.joins(roomId, host);
  await joinsByScript(page, roomId, user);
  await expect(hosts.people).toContainText("Ada, Attendee");
  for (const asked of [
    "hangUp({ forEveryone: true })",
    "muteAllRemoteParticipants()",
    `removeParticipant({ communicationUserId: "${host.communicationUserId}" })`,
  ]) {
    const code = await page.evaluate(`call.${asked}.then(() => 200, (error) => error.code)`);
    expect(code, asked).toBe(403);
  }
  expect(await page.evaluate("call.state")).toBe("Connected");
  await hosts.expectState("Connected");

  await program.setRole(roomId, user, "Presenter");
  await expect(hosts.people).toContainText("Ada, Presenter");
  await page.evaluate("call.hangUp({ forEveryone: true })");
  await hosts.expectEnd(/^0\/4097 ended/);
});

/** Counts the open tracks of cameras, copies too, for whoever asks it afterwards. */
async function countCameras(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (asked) => {
      const stream = await open(asked);
      tracks.push(...stream.getVideoTracks());
      return stream;
    };
    const { clone } = MediaStreamTrack.prototype;
    MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
      const copy = clone.call(this);
      if (copy.kind === "video") tracks.push(copy);
      return copy;
    };
    Object.assign(window, {
      openCameras: () => tracks.filter(({ readyState }) => readyState === "live").length,
    });
  });
  return () => page.evaluate<number>("openCameras()");
}

/** Joins with the camera, by a page's own script: `call` and `camera` are there for what follows. */
async function joinsByScript(page: Page, roomId: string, user: ProgramUser): Promise<void> {
  const { token, name: displayName } = user;
  await page.goto("/samples/calling.html");
  await page.evaluate(`(async () => {
    const { CallClient, LocalVideoStream } = await import("/calling/rostrum-calling.js");
    const client = new CallClient();
    const devices = await client.getDeviceManager();
    await devices.askDevicePermission({ audio: true, video: true });
    [window.device] = await devices.getCameras();
    window.camera = new LocalVideoStream(device);
    const credential = { getToken: async () => ({ token: "${token}" }) };
    const agent = await client.createCallAgent(credential, { displayName: "${displayName}" });
    const videoOptions = { localVideoStreams: [camera] };
    window.call = agent.join({ roomId: "${roomId}" }, { videoOptions });
  })()`);
}

test("whatever was asked of the camera a moment before, it goes out when the video is stopped", async ({
  newGuest,
}) => {
  const { host, user, roomId } = await makePair("Host", "Ada");
  const [hosts, { page }] = [await samplePage(newGuest, "host"), await newGuest("page")];
  const cameras = await countCameras(page);
  await hosts.joins(roomId, host);
  await joinsByScript(page, roomId, user);
  const picture = hosts.people.getByRole("group", { name: "Video", exact: true }).locator("video");
  await expectMovingPicture(picture);

  const again = "Promise.all([1, 2, 3].map(() => camera.switchSource(device)))";
  await page.evaluate(`${again}.then(() => call.stopVideo(camera))`);
  await expect(picture).toHaveCount(0);
  expect(await cameras()).toBe(0);

  await page.evaluate("call.startVideo(camera)");
  await expectMovingPicture(picture);
  await page.evaluate("call.stopVideo(camera)");
  await expect(picture).toHaveCount(0);
  await page.evaluate("Promise.all([call.startVideo(camera), call.stopVideo(camera)])");
  expect(await page.evaluate("call.isLocalVideoStarted")).toBe(false);
  expect(await cameras()).toBe(0);
});

test("the camera goes out with the video, and with the call", async ({ newGuest }) => {
  const user = await program.makeUser("Ada");
  const page = await samplePage(newGuest, "page");
  const cameras = await countCameras(page.page);
  await page.joins(await program.makeRoom([[user, "Attendee"]]), user);
  await page.expectState("Connected");
  await expect.poll(cameras).toBeGreaterThan(0);

  await page.button("Stop video").click();
  await expect.poll(cameras).toBe(0);
  await page.button("Start video").click();
  await expect.poll(cameras).toBeGreaterThan(0);
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

test("whoever is put out of a room with too few places stands in line, and comes in again by itself", async ({
  newGuest,
}) => {
  const { roomId, hosts, guests } = await hostAndGuest(newGuest);
  for (const page of [hosts, guests]) await page.expectState("Connected");
  const { id } = await sqlRow<{ id: string }>(
    "UPDATE rooms SET seat_limit = 1 WHERE acs_id = $1 RETURNING id",
    [roomId],
  );
  await guests.expectState("InLobby");
  const inLine = "SELECT FROM seats WHERE room_id = $1 AND in_line_until > now()";
  await expect.poll(() => sql(inLine, [id])).toHaveLength(1);
  await hosts.button("Hang up").click();
  await guests.expectState("Connected");
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
