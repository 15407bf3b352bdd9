import fc from "fast-check";
import { TrackSource } from "livekit-server-sdk";
import { expect, test } from "vitest";
import type { MediaGrant } from "@/lib/domain/call/media-grant";
import { fromPermission, toPermission, type Permission } from "./to-permission";

const anyGrant: fc.Arbitrary<MediaGrant> = fc.record({
  microphone: fc.boolean(),
  camera: fc.boolean(),
  screen: fc.boolean(),
  data: fc.boolean(),
  seeAndHear: fc.boolean(),
  hidden: fc.boolean(),
});

const NOTHING: Permission = toPermission({
  microphone: false,
  camera: false,
  screen: false,
  data: false,
  seeAndHear: false,
  hidden: false,
});

test("a permission is whole: each of LiveKit's fields is set, whatever the grant", () => {
  fc.assert(
    fc.property(anyGrant, (grant) => {
      const permission = toPermission(grant);
      expect(Object.keys(permission).sort()).toEqual(Object.keys(NOTHING).sort());
      expect(Object.values(permission)).not.toContain(undefined);
      expect(permission.canPublish).toBe(permission.canPublishSources.length > 0);
      expect(permission).toMatchObject({
        canUpdateMetadata: false,
        canSubscribeMetrics: false,
        canManageAgentSession: false,
        recorder: false,
        agent: false,
      });
    }),
  );
});

test("what we set reads back as the same grant, without foreign rights", () => {
  fc.assert(
    fc.property(anyGrant, (grant) => {
      expect(fromPermission(toPermission(grant))).toEqual({ grant, hasForeignRights: false });
    }),
  );
});

test("an empty source list with publishing on is every source, and foreign", () => {
  const { grant, hasForeignRights } = fromPermission({ ...NOTHING, canPublish: true });
  expect(grant).toMatchObject({ microphone: true, camera: true, screen: true });
  expect(hasForeignRights).toBe(true);
});

test.each([
  { recorder: true },
  { agent: true },
  { canUpdateMetadata: true },
  { canSubscribeMetrics: true },
  { canManageAgentSession: true },
  { canPublish: true, canPublishSources: [TrackSource.SCREEN_SHARE] },
  { canPublish: true, canPublishSources: [TrackSource.UNKNOWN] },
])("rights that no ticket of ours carries are foreign: %j", (changes) => {
  expect(fromPermission({ ...NOTHING, ...changes }).hasForeignRights).toBe(true);
});
