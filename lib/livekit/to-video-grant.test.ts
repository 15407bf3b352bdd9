import fc from "fast-check";
import { decodeJwt } from "jose";
import { AccessToken } from "livekit-server-sdk";
import { expect, test } from "vitest";
import { mediaGrantFor, SOURCES, type MediaGrant } from "@/lib/domain/call/media-grant";
import { ROLES, type Role } from "@/lib/domain/room/role";
import { ROOM_KINDS } from "@/lib/domain/room/room-kind";
import { toVideoGrant } from "./to-video-grant";

const NOTHING: MediaGrant = {
  microphone: false,
  camera: false,
  screen: false,
  data: false,
  seeAndHear: false,
  hidden: false,
};

/** Every permission that LiveKit v1.13.5 would otherwise fill in by itself, or that opens more. */
const WRITTEN_OUT = [
  "agent",
  "canManageAgentSession",
  "canPublish",
  "canPublishData",
  "canPublishSources",
  "canSubscribe",
  "canSubscribeMetrics",
  "canUpdateOwnMetadata",
  "hidden",
  "recorder",
  "room",
  "roomJoin",
];

async function videoClaimOf(grant: MediaGrant) {
  const ticket = new AccessToken("key", "secret-secret-secret-secret-secret", {
    identity: "someone",
  });
  ticket.addGrant(toVideoGrant("a-call", grant));
  return decodeJwt<{ video: Record<string, unknown> }>(await ticket.toJwt()).video;
}

test("a ticket that may send nothing has publishing off, because an empty list alone means any source", async () => {
  const video = await videoClaimOf(NOTHING);
  expect(video).toMatchObject({ canPublish: false, canPublishSources: [], canPublishData: false });
});

test.each<[Role, string[]]>([
  ["presenter", ["camera", "microphone", "screen_share", "screen_share_audio"]],
  ["collaborator", ["camera", "microphone", "screen_share", "screen_share_audio"]],
  ["attendee", ["camera", "microphone"]],
  ["consumer", []],
])("a %s's ticket names exactly its sources", async (role, sources) => {
  const video = await videoClaimOf(mediaGrantFor(role, "webinar", []));
  expect(video.canPublishSources).toEqual(sources);
  expect(video.canPublish).toBe(sources.length > 0);
});

test("every ticket writes out every permission and carries no right over rooms or recordings", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ROLES),
      fc.constantFrom(...ROOM_KINDS),
      fc.subarray([...SOURCES]),
      async (role, kind, withheld) => {
        const video = await videoClaimOf(mediaGrantFor(role, kind, withheld));
        expect(Object.keys(video).sort()).toEqual(WRITTEN_OUT);
        expect(video).toMatchObject({
          room: "a-call",
          roomJoin: true,
          agent: false,
          recorder: false,
          canUpdateOwnMetadata: false,
          canSubscribeMetrics: false,
          canManageAgentSession: false,
        });
      },
    ),
  );
});

test("only a webinar's audience is hidden", async () => {
  const hidden = async (role: Role, kind: (typeof ROOM_KINDS)[number]) =>
    (await videoClaimOf(mediaGrantFor(role, kind, []))).hidden;
  expect(await hidden("attendee", "webinar")).toBe(false);
  expect(await hidden("consumer", "visit")).toBe(false);
  expect(await hidden("consumer", "webinar")).toBe(true);
});

test("a ticket without a call is not made: LiveKit would open a call without a name", () => {
  expect(() => toVideoGrant("", NOTHING)).toThrow();
});
