import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { findLink } from "@/lib/data/personal-links";
import { toIdentity } from "@/lib/domain/call/participant-identity";
import { decideForTicket } from "@/lib/operations/join/decide-for-ticket";
import { getRoom } from "@/lib/operations/rooms/get-room";
import { joinRoom } from "@/lib/operations/join/join-room";
import { buildMember } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { FakeCalls } from "@/lib/testing/fake-calls";
import { buildRunningRoom } from "@/lib/testing/moderation-builder";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import { presentParticipant } from "@/lib/testing/present-builder";
import { LAPTOP, PHONE, recordedIn, visitorContext } from "@/lib/testing/visitor-builder";
import { copyLink } from "./copy-link";
import { revokeLinks } from "./revoke-links";

useDatabase();

let world: Awaited<ReturnType<typeof buildRunningRoom>>;
let calls: FakeCalls;

async function start(changes: Parameters<typeof buildRunningRoom>[0] = {}): Promise<void> {
  world = await buildRunningRoom(changes);
  calls = new FakeCalls();
}

beforeEach(() => start());

const owner = async () => ({
  ...buildPlannerContext(await buildMember(world.room.organizationId, "owner")),
  calls,
});

/** A new link of the guest's. */
async function copied(): Promise<string> {
  const path = await copyLink(await owner(), world.room.id, world.guest.id);
  const link = await findLink(database(), path.slice("/join/".length));
  return link?.id ?? "";
}

async function revoke(linkId: string | null): Promise<void> {
  await revokeLinks(await owner(), { roomId: world.room.id, seatId: world.guest.id, linkId });
}

/** The guest comes in on a device, proved by this link or by none. */
async function comesIn(linkId: string | null, deviceId = PHONE): Promise<string> {
  const ctx = visitorContext(world.room, world.guest, { linkId, deviceId, calls });
  await joinRoom(ctx, { takeOver: true });
  const identity = toIdentity({ seatId: world.guest.id, deviceId });
  calls.put(world.call.name, presentParticipant({ identity }));
  return identity;
}

const gateSays = async (identity: string) => {
  const decision = await decideForTicket(world.call.name, identity, new Date());
  return decision.kind === "admit" ? "admit" : decision.reason;
};
const inCall = () => calls.identitiesIn(world.call.name);

describe("who has no way in any more", () => {
  const isLockedOut = async (seatId: string) => {
    const { roster } = await getRoom(await owner(), world.room.id);
    return roster.find(({ id }) => id === seatId)?.isLockedOut;
  };

  test("is a guest whose links were all switched off", async () => {
    await copied();
    await revoke(null);
    expect(await isLockedOut(world.guest.id)).toBe(true);
  });

  test("is a guest without a link or an address that one could be sent to", async () => {
    const seat = { seats: { some: { id: world.guest.id } } };
    await database().person.updateMany({ where: seat, data: { email: null } });
    expect(await isLockedOut(world.guest.id)).toBe(true);
    await copied();
    expect(await isLockedOut(world.guest.id)).toBe(false);
  });

  test("is nobody who has a link left, never needed one, or signs in", async () => {
    expect(await isLockedOut(world.guest.id)).toBe(false);
    await revoke(await copied());
    await copied();
    expect(await isLockedOut(world.guest.id)).toBe(false);
    await revoke(null);
    const { personId } = await buildMember(world.room.organizationId);
    await database().seat.update({ where: { id: world.guest.id }, data: { personId } });
    expect(await isLockedOut(world.guest.id)).toBe(false);
  });
});

describe("revoking a link", () => {
  test("puts out who came in by it, and their ticket is good for nothing", async () => {
    const link = await copied();
    const identity = await comesIn(link);
    expect(await gateSays(identity)).toBe("admit");
    await revoke(link);
    expect([await gateSays(identity), inCall()]).toEqual(["not-invited", []]);
  });

  test("does so in an open room, too", async () => {
    await start({ access: "open" });
    const link = await copied();
    const identity = await comesIn(link);
    await revoke(link);
    expect([await gateSays(identity), inCall()]).toEqual(["not-invited", []]);
  });

  test("holds when the media server is away; somebody else puts them out then", async () => {
    const identity = await comesIn(await copied());
    calls.isAway = true;
    await revoke(null);
    expect([await gateSays(identity), inCall()]).toEqual(["not-invited", [identity]]);
  });

  test("leaves who came by another link, until that one goes as well", async () => {
    const [link, other] = [await copied(), await copied()];
    const identity = await comesIn(other);
    await revoke(link);
    expect([await gateSays(identity), inCall()]).toEqual(["admit", [identity]]);
    await revoke(null);
    expect([await gateSays(identity), inCall()]).toEqual(["not-invited", []]);
  });

  test("leaves who signed in", async () => {
    await copied();
    const identity = await comesIn(null);
    await revoke(null);
    expect([await gateSays(identity), inCall()]).toEqual(["admit", [identity]]);
  });

  test("does not keep them out when they come by a good link, on any device", async () => {
    const [link, other] = [await copied(), await copied()];
    await comesIn(link);
    await revoke(link);
    expect(await gateSays(await comesIn(other))).toBe("admit");
    expect(await gateSays(await comesIn(other, LAPTOP))).toBe("admit");
  });

  test("frees the seat of who got a ticket by it and did not use it, and of nobody else", async () => {
    const [link, other] = [await copied(), await copied()];
    const asks = async (linkId: string, deviceId: string) => {
      const ctx = visitorContext(world.room, world.guest, { linkId, deviceId, calls });
      const { decision } = (await joinRoom(ctx, { takeOver: false })).view;
      return decision.kind === "admit" ? "admit" : decision.reason;
    };
    expect(await asks(link, LAPTOP)).toBe("admit");
    await revoke(await copied());
    expect(await asks(other, PHONE)).toBe("elsewhere");
    await revoke(link);
    expect(await asks(other, PHONE)).toBe("admit");
  });

  test("takes who came by it out of the lobby, and nobody else", async () => {
    await start({ lobby: true });
    const [link, other] = [await copied(), await copied()];
    const waits = async () => {
      const { id } = world.guest;
      return (await database().seat.findUniqueOrThrow({ where: { id } })).waitingSince !== null;
    };
    await joinRoom(visitorContext(world.room, world.guest, { linkId: link }), { takeOver: false });
    await revoke(other);
    expect(await waits()).toBe(true);
    await revoke(link);
    expect(await waits()).toBe(false);
    expect((await recordedIn(world.room.id)).slice(-2)).toEqual(["left-lobby", "link-revoked"]);
  });
});

test("a device can't be said to have come by another seat's link", async () => {
  const link = await copied();
  const change = database().seat.update({
    where: { id: world.presenter.id },
    data: { linkId: link },
  });
  await expect(change).rejects.toThrow();
});
