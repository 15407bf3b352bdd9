import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { buildCallingUser, callingContext } from "@/lib/testing/calling-builder";
import { buildMember, buildOrganization } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import { buildRunningRoom, notingCalls, seatContext } from "@/lib/testing/moderation-builder";
import { enterCall, PHONE, visitorContext } from "@/lib/testing/visitor-builder";
import { SCOPES } from "@/lib/domain/program/scope";
import { changeAcsParticipants } from "./acs/change-acs-participants";
import { deleteAcsRoom } from "./acs/delete-acs-room";
import { getAcsRoom } from "./acs/get-acs-room";
import { listAcsParticipants } from "./acs/list-acs-participants";
import type { AcsTarget } from "./acs/require-acs-room";
import { updateAcsRoom } from "./acs/update-acs-room";
import type {
  AcsActor,
  CallingUser,
  Context,
  PlannerActor,
  ProgramActor,
  SeatActor,
} from "./context";
import { askToReturn } from "./join/ask-to-return";
import { comeAsUser } from "./join/come-as-user";
import { excuseSelf } from "./join/excuse-self";
import { followMove } from "./join/follow-move";
import { giveName } from "./join/give-name";
import { joinRoom } from "./join/join-room";
import { keepPlace } from "./join/keep-place";
import { leaveCall } from "./join/leave-call";
import { leaveLobby } from "./join/leave-lobby";
import { getOwnEntry } from "./join/get-own-entry";
import { listWhoWasHere } from "./join/list-who-was-here";
import type { RoomVisitor } from "./join/room-visitor";
import { takeBackExcuse } from "./join/take-back-excuse";
import { viewRoom } from "./join/view-room";
import { copyLink } from "./links/copy-link";
import { listLinksOfSeat } from "./links/list-links";
import { openLink } from "./links/open-link";
import { revokeLinks } from "./links/revoke-links";
import { admitSeat } from "./moderation/admit-seat";
import { changeRoleInCall } from "./moderation/change-role-in-call";
import { endForEveryone } from "./moderation/end-for-everyone";
import { extendWindow } from "./moderation/extend-window";
import { goLive } from "./moderation/go-live";
import { letReturn } from "./moderation/let-return";
import { muteOthers } from "./moderation/mute-others";
import { muteSeat } from "./moderation/mute-seat";
import { removeFromCall } from "./moderation/remove-from-call";
import { sendBack } from "./moderation/send-back";
import { withholdSources } from "./moderation/withhold-sources";
import { listCalls } from "./presence/list-calls";
import { listPresence } from "./presence/list-presence";
import { readOwnRecord } from "./record/read-own-record";
import { readRoomRecord } from "./record/read-room-record";
import { cancelRoom } from "./rooms/cancel-room";
import { editRoom } from "./rooms/edit-room";
import { endRoom } from "./rooms/end-room";
import { getRoom } from "./rooms/get-room";
import { watchRoom } from "./rooms/watch-room";
import { moveRoom } from "./rooms/move-room";
import { readRoom } from "./rooms/read-room";
import { rehearseRoom } from "./rooms/rehearse-room";
import { seatOutlooks } from "./rooms/seat-outlooks";
import { addPerson } from "./roster/add-person";
import { admitFromLobby } from "./roster/admit-from-lobby";
import { changeSeatRole } from "./roster/change-seat-role";
import { listRosterOf } from "./roster/list-roster";
import { listRoomClashes } from "./roster/list-room-clashes";
import { listRoomMail } from "./roster/list-room-mail";
import { removeSeat } from "./roster/remove-seat";
import { resendInvitation } from "./roster/resend-invitation";
import { returnSeat } from "./roster/return-seat";
import { seatPerson } from "./roster/seat-person";

useDatabase();

type Target = { roomId: string; seatId: string };
type Verb<Actor> = (ctx: Context<Actor>, target: Target) => Promise<unknown>;

const window = {
  opensAt: new Date("2027-03-09T14:00:00Z"),
  closesAt: new Date("2027-03-09T15:00:00Z"),
};
const leadMinutes = { presenter: 0, collaborator: 0, attendee: 0, consumer: 0 };
const settings = { access: "open", lobby: false, seatLimit: null, leadMinutes } as const;
const person = { name: "Eve", email: null, capacity: "patient", birthYear: null } as const;
const timeZone = "Europe/Berlin";
const FIRST_PAGE = { after: null, limit: 10 };
const NOBODY = "019a0000-0000-7000-8000-000000000005";
const RAW_ID = "8:acs:019a0000-0000-4000-8000-000000000006_019a0000-0000-4000-8000-000000000007";

/** What whoever plans may ask: members and programs. */
const OF_PLANNERS: Record<string, Verb<PlannerActor>> = {
  "links/copy-link": (ctx, { roomId, seatId }) => copyLink(ctx, roomId, seatId),
  "links/list-links": listLinksOfSeat,
  "links/revoke-links": (ctx, target) => revokeLinks(ctx, { ...target, linkId: null }),
  "presence/list-calls": (ctx, { roomId }) => listCalls(ctx, roomId, FIRST_PAGE),
  "presence/list-presence": (ctx, { roomId }) =>
    listPresence(ctx, roomId, { ...FIRST_PAGE, isInside: false }),
  "record/read-room-record": (ctx, { roomId }) => readRoomRecord(ctx, roomId, 0),
  "rooms/cancel-room": (ctx, { roomId }) => cancelRoom(ctx, { roomId, version: 1, reason: null }),
  "rooms/edit-room": (ctx, { roomId }) =>
    editRoom(ctx, { roomId, version: 1, title: "Mine", lengthMinutes: 9, ...settings }),
  "rooms/end-room": (ctx, { roomId }) => endRoom(ctx, roomId),
  "rooms/get-room": (ctx, { roomId }) => getRoom(ctx, roomId),
  "rooms/watch-room": (ctx, { roomId }) => watchRoom(ctx, roomId),
  "rooms/move-room": (ctx, { roomId }) =>
    moveRoom(ctx, { roomId, version: 1, window, timeZone, clockChange: "none" }),
  "rooms/read-room": (ctx, { roomId }) => readRoom(ctx, roomId),
  "rooms/rehearse-room": (ctx, { roomId }) => rehearseRoom(ctx, roomId),
  "rooms/seat-outlooks": (ctx, { roomId }) => seatOutlooks(ctx, roomId),
  "roster/add-person": (ctx, { roomId }) => addPerson(ctx, { roomId, timeZone, ...person }),
  "roster/admit-from-lobby": admitFromLobby,
  "roster/change-seat-role": (ctx, target) => changeSeatRole(ctx, { ...target, role: "presenter" }),
  "roster/list-roster": (ctx, { roomId }) => listRosterOf(ctx, roomId, FIRST_PAGE),
  "roster/list-room-clashes": (ctx, { roomId }) => listRoomClashes(ctx, roomId),
  "roster/list-room-mail": (ctx, { roomId }) => listRoomMail(ctx, roomId),
  "roster/remove-seat": (ctx, target) => removeSeat(ctx, { ...target, reason: null }),
  "roster/resend-invitation": resendInvitation,
  "roster/return-seat": returnSeat,
  "roster/seat-person": (ctx, { roomId }) =>
    seatPerson(ctx, { roomId, personId: NOBODY, capacity: "patient" }),
};

const OF_SEATS: Record<string, Verb<SeatActor>> = {
  "moderation/admit-seat": (ctx, { seatId }) => admitSeat(ctx, seatId),
  "moderation/change-role-in-call": (ctx, { seatId }) => changeRoleInCall(ctx, seatId, "presenter"),
  "moderation/end-for-everyone": endForEveryone,
  "moderation/extend-window": (ctx) => extendWindow(ctx, 5),
  "moderation/go-live": goLive,
  "moderation/let-return": (ctx, { seatId }) => letReturn(ctx, seatId),
  "moderation/mute-others": muteOthers,
  "moderation/mute-seat": (ctx, { seatId }) => muteSeat(ctx, seatId),
  "moderation/remove-from-call": (ctx, { seatId }) => removeFromCall(ctx, seatId, null),
  "moderation/send-back": (ctx, { seatId }) => sendBack(ctx, seatId),
  "moderation/withhold-sources": (ctx) => withholdSources(ctx, null, ["microphone"]),
};

/** These answer with a refusal to read, or throw. */
const OF_VISITORS: Record<string, Verb<RoomVisitor>> = {
  "join/ask-to-return": askToReturn,
  "join/excuse-self": (ctx) => excuseSelf(ctx, "I am not on the list."),
  "join/follow-move": followMove,
  "join/give-name": (ctx) => giveName(ctx, "Eve"),
  "join/join-room": (ctx) => joinRoom(ctx, { takeOver: true }),
  "join/keep-place": keepPlace,
  "join/leave-call": (ctx) => leaveCall(ctx, { forGood: true }),
  "join/leave-lobby": (ctx) => leaveLobby(ctx),
  "join/get-own-entry": getOwnEntry,
  "join/list-who-was-here": listWhoWasHere,
  "join/take-back-excuse": takeBackExcuse,
  "join/view-room": viewRoom,
  "record/read-own-record": (ctx) => readOwnRecord(ctx, 0),
};

/** These answer with whom they make of the user, who is nobody in this room. */
const OF_USERS: Record<string, (ctx: Context<CallingUser>, acsRoomId: string) => Promise<unknown>> =
  {
    "join/come-as-user": (ctx, acsRoomId) =>
      comeAsUser(ctx, { acsRoomId, deviceId: PHONE, name: "Eve" }),
  };
/** What programs ask through the API of ACS; what they delete that is not theirs counts as deleted. */
const OF_ACS: Record<string, (ctx: Context<AcsActor>, target: AcsTarget) => Promise<unknown>> = {
  "acs/change-acs-participants": (ctx, target) =>
    changeAcsParticipants(ctx, target, { seats: new Map([[RAW_ID, "presenter"]]), removed: [] }),
  "acs/delete-acs-room": deleteAcsRoom,
  "acs/get-acs-room": getAcsRoom,
  "acs/list-acs-participants": (ctx, target) => listAcsParticipants(ctx, target, null),
  "acs/update-acs-room": (ctx, target) =>
    updateAcsRoom(ctx, target, { times: null, pstnDialOutEnabled: true, access: "open" }),
};

/** What names no room of somebody else, each with its reason. */
const NOT_HERE: Record<string, string> = {
  "as-failure": "names what went wrong",
  context: "types",
  "record-actor": "a name for the record",
  "require-scope": "asks the key, not a room; tried below",
  "join/room-visitor": "types",
  "keys/authenticate-key": "the secret is the proof; its test tries what nobody was given",
  "keys/create-key": "makes a key of one's own organization; its test tries hosts",
  "keys/list-keys": "lists one's own organization; its test tries hosts and strangers",
  "keys/read-own-key": "the key that asks",
  "keys/revoke-key": "a key of one's own organization; its test tries hosts and strangers",
  "people/create-person": "makes a person of one's own organization",
  "people/edit-person": "a person of one's own organization; its test tries strangers",
  "people/list-people": "lists one's own organization; its test looks for strangers",
  "people/read-person": "a person of one's own organization; its test tries strangers",
  "rooms/browse-rooms": "lists one's own organization; its test looks for foreign rooms",
  "rooms/create-room": "makes a room of one's own; its test tries foreign leaders",
  "rooms/get-planning-facts": "reads one's own organization",
  "rooms/list-rooms": "lists one's own organization; its test looks for foreign rooms",
  "acs/tidy-up": "only the clock does it",
  "acs/change-acs-origins": "names one's own resource; its test tries others",
  "acs/create-acs-resource": "makes a resource of one's own",
  "acs/delete-acs-resource": "names one's own resource; its test tries others",
  "acs/list-acs-resources": "lists one's own organization; its test tries others",
  "acs/replace-acs-key": "names one's own resource; its test tries others",
  "acs/create-acs-room": "makes a room of one's own",
  "acs/create-acs-user": "makes a user of one's own resource",
  "acs/delete-acs-user": "names a user of one's own resource; tried in the tests of the wire",
  "acs/grant-acs-token": "names a user of one's own resource; tried in the tests of the wire",
  "acs/list-acs-rooms": "lists one's own organization; the wire's test looks for foreign rooms",
  "acs/move-room-in": "makes a room of one's own; its test tries ids of others",
  "acs/revoke-acs-tokens": "names a user of one's own resource; tried in the tests of the wire",
  "acs/find-token-holder": "the token is the proof; its test tries others",
  "links/open-link": "the link is the proof; tried below",
};

/** Steps that other operations take after they have checked who asks, or that only the clock takes. */
const INNER = [
  /^call\//,
  /^mail\//,
  /^(roster|record|rooms)\/core\//,
  /^acs\/(require|tell)-[a-z-]+$/,
  /^(rooms|roster|moderation|join|integrations)\/(require|find|decide|draw)-[a-z-]+$/,
  /^links\/(keep-new-link|link-token)$/,
  /^keys\/key-secret$/,
  // They name no room; those of them that somebody may ask stand in a table of their own beside them.
  /^webhooks\//,
];

test("every file that acts on a room stands in a table", () => {
  const root = import.meta.dirname;
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.test\./.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).slice(0, -3));
  const tables = [OF_PLANNERS, OF_SEATS, OF_VISITORS, OF_USERS, OF_ACS, NOT_HERE];
  const listed = tables.flatMap(Object.keys);
  const unlisted = files.filter((file) => !INNER.some((inner) => inner.test(file)));
  expect(unlisted.sort()).toEqual(listed.sort());
});

const programOf = (organizationId: string, scopes: ProgramActor["scopes"]): ProgramActor => ({
  kind: "program",
  keyId: "019a0000-0000-7000-8000-000000000004",
  organizationId,
  scopes,
});

let ours: Awaited<ReturnType<typeof buildRunningRoom>>;
let target: Target;

beforeEach(async () => {
  ours = await buildRunningRoom({ lobby: true });
  await enterCall(ours.call, ours.guest);
  target = { roomId: ours.room.id, seatId: ours.guest.id };
});

/** All that stands in the database about the room, less the lines that tell of refusals. */
async function everything() {
  const { roomId } = target;
  return {
    room: await database().room.findUnique({ where: { id: roomId } }),
    movedFrom: await database().room.count({ where: { movedFrom: { id: roomId } } }),
    seats: await database().seat.findMany({ where: { roomId }, orderBy: { id: "asc" } }),
    links: await database().personalLink.findMany({ where: { seat: { roomId } } }),
    calls: await database().call.findMany({ where: { roomId } }),
    lines: await database().recordEntry.count({ where: { roomId, kind: { not: "join-refused" } } }),
  };
}

async function hidden(attempt: () => Promise<unknown>, codes: string[]): Promise<void> {
  const before = await everything();
  const code = await attempt().then(
    () => "done",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );
  expect(codes).toContain(code);
  expect(await everything()).toEqual(before);
}

describe.each(Object.entries(OF_PLANNERS))("%s", (_file, verb) => {
  test("does not exist for the owner of another organization", async () => {
    const stranger = await buildMember((await buildOrganization()).id, "owner");
    await hidden(() => verb(buildPlannerContext(stranger), target), ["room-not-found"]);
  });

  test("does not exist for a host of ours who has no seat in it", async () => {
    const host = await buildMember(ours.room.organizationId, "host");
    await hidden(() => verb(buildPlannerContext(host), target), ["room-not-found"]);
  });

  test("does not exist for a program of another organization", async () => {
    const program = programOf((await buildOrganization()).id, SCOPES);
    await hidden(() => verb(buildPlannerContext(program), target), ["room-not-found"]);
  });

  test("is refused to a program of ours whose key has no scope", async () => {
    const program = programOf(ours.room.organizationId, []);
    await hidden(() => verb(buildPlannerContext(program), target), ["scope-missing"]);
  });

  test("reaches no seat of another organization through one's own room", async () => {
    const theirs = await buildRunningRoom();
    const owner = await buildMember(theirs.room.organizationId, "owner");
    const crossed = { roomId: theirs.room.id, seatId: target.seatId };
    const before = await everything();
    await verb(buildPlannerContext(owner), crossed).catch(() => undefined);
    expect(await everything()).toEqual(before);
  });
});

describe.each(Object.entries(OF_ACS))("%s", (_file, verb) => {
  const resourceId = "019a0000-0000-7000-8000-000000000005";

  test.each([
    ["of another organization", async () => (await buildOrganization()).id, SCOPES],
    ["whose key has no scope", async () => ours.room.organizationId, []],
  ])("does nothing for a program %s", async (_who, organizationOf, scopes) => {
    const actor = { ...programOf(await organizationOf(), scopes), resourceId };
    const { acsId } = await database().room.findUniqueOrThrow({ where: { id: target.roomId } });
    const attempt = () => verb(buildPlannerContext(actor), { acsId, vanishedBefore: new Date(0) });
    await hidden(attempt, ["room-not-found", "scope-missing", "done"]);
  });
});

describe.each(Object.entries(OF_SEATS))("%s", (_file, verb) => {
  test("is refused to a presenter of another room who names this one", async () => {
    const { presenter } = await buildRunningRoom();
    const { calls, asked } = notingCalls();
    const forged = seatContext({ ...presenter, roomId: target.roomId }, calls);
    await hidden(() => verb(forged, target), ["not-allowed", "room-not-found"]);
    expect(asked).toEqual([]);
  });

  test("is refused to a seat that never was", async () => {
    const { calls, asked } = notingCalls();
    const id = "019a0000-0000-7000-8000-000000000003";
    const forged = seatContext({ ...ours.presenter, id }, calls);
    await hidden(() => verb(forged, target), ["not-allowed", "room-not-found"]);
    expect(asked).toEqual([]);
  });
});

describe.each(Object.entries(OF_VISITORS))("%s", (_file, verb) => {
  test.each([
    ["without a seat", async () => null],
    ["with a seat of another room", async () => (await buildRunningRoom()).presenter],
  ])("gives nothing to somebody %s", async (_who, seatOf) => {
    const ctx = visitorContext(ours.room, await seatOf());
    const before = await everything();
    const answer = await verb(ctx, target).catch((error: unknown) => error);
    expect(await everything()).toEqual(before);
    expect(ctx.calls.log.filter((line) => !line.startsWith("list"))).toEqual([]);
    const told = JSON.stringify(answer) ?? "";
    for (const secret of [ours.call.name, ours.room.title, ours.guest.id, ours.presenter.id]) {
      expect(told).not.toContain(secret);
    }
  });
});

describe.each(Object.entries(OF_USERS))("%s", (_file, verb) => {
  test.each([
    ["another organization", async () => (await buildOrganization()).id],
    ["ours who is not on the roster", async () => ours.room.organizationId],
  ])("gives nothing to a user of %s", async (_who, organizationOf) => {
    const { user } = await buildCallingUser(await organizationOf());
    const before = await everything();
    const answer = await verb(callingContext(user), ours.room.acsId);
    expect(await everything()).toEqual(before);
    expect(answer).toMatchObject({ seatId: null, organizationId: null });
  });
});

test("a link that nobody was given leads nowhere", async () => {
  for (const token of ["A".repeat(22), "", "../room", "%00", "x".repeat(5000)]) {
    await hidden(() => openLink(token, new Date(), true), ["link-not-found"]);
  }
});

test("an owner of the organization without a seat ends nothing in the call", async () => {
  const owner = await buildMember(ours.room.organizationId, "owner");
  const asSeat = seatContext({ ...ours.presenter, id: owner.personId });
  await hidden(() => endForEveryone(asSeat), ["not-allowed", "room-not-found"]);
});
