import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { findLink } from "@/lib/data/personal-links";
import { buildMember, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { FakeCalls } from "@/lib/testing/fake-calls";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import { buildRunningRoom } from "@/lib/testing/moderation-builder";
import { recordedIn } from "@/lib/testing/visitor-builder";
import { copyLink } from "./copy-link";
import { listLinksOfSeat } from "./list-links";
import { openLink } from "./open-link";
import { revokeLinks } from "./revoke-links";

useDatabase();

let world: Awaited<ReturnType<typeof buildRunningRoom>>;
let ctx: ReturnType<typeof buildPlannerContext>;

beforeEach(async () => {
  world = await buildRunningRoom();
  const owner = await buildMember(world.room.organizationId, "owner");
  ctx = { ...buildPlannerContext(owner), calls: new FakeCalls() };
});

const copy = async () => {
  const path = await copyLink(ctx, world.room.id, world.guest.id);
  return path.slice("/join/".length);
};
const target = () => ({ roomId: world.room.id, seatId: world.guest.id });

describe("a personal link", () => {
  test("carries 128 random bits, of which the database knows only a hash", async () => {
    const [one, other] = [await copy(), await copy()];
    expect(one).toMatch(/^[\w-]{22}$/);
    expect(other).not.toBe(one);
    const rows = await database().personalLink.findMany({ where: { seatId: world.guest.id } });
    expect(JSON.stringify(rows)).not.toContain(one);
    expect(rows.map(({ tokenHash }) => tokenHash.length)).toEqual([32, 32]);
    expect(await recordedIn(world.room.id)).toEqual(["link-issued", "link-issued"]);
  });

  test("leads to its room, again and again, until a week after it closes", async () => {
    const token = await copy();
    for (let visit = 0; visit < 3; visit++) {
      const { roomId, until } = await openLink(token, ctx.now, true);
      expect(roomId).toBe(world.room.id);
      expect(until.getTime() - world.room.closesAt.getTime()).toBe(7 * 86_400_000);
    }
  });

  test("is used for the first time once, and never by who only looks ahead", async () => {
    const token = await copy();
    const usedAt = async () => (await listLinksOfSeat(ctx, target()))[0]?.firstUsedAt;
    await openLink(token, ctx.now, false);
    expect(await usedAt()).toBeNull();
    await openLink(token, ctx.now, true);
    await openLink(token, new Date(ctx.now.getTime() + 60_000), true);
    expect(await usedAt()).toEqual(ctx.now);
  });

  test("is no link when one letter differs", async () => {
    const token = await copy();
    const other = `${token.slice(0, -2)}${token.at(-2) === "A" ? "B" : "A"}${token.at(-1)}`;
    expect(await findLink(database(), other)).toBeNull();
  });
});

describe("revoking", () => {
  test("refuses a link of another seat, and revokes nothing", async () => {
    const token = await copy();
    const [link] = await listLinksOfSeat(ctx, target());
    const other = { roomId: world.room.id, seatId: world.presenter.id, linkId: link?.id ?? "" };
    await expect(revokeLinks(ctx, other)).rejects.toMatchObject({ code: "link-not-found" });
    expect(await openLink(token, ctx.now, true)).toMatchObject({ roomId: world.room.id });
  });

  test("takes one link and leaves the others", async () => {
    const kept = await copy();
    const token = await copy();
    const id = (await findLink(database(), token))?.id ?? "";
    expect(await revokeLinks(ctx, { ...target(), linkId: id })).toEqual({ count: 1 });
    await expect(openLink(token, ctx.now, true)).rejects.toMatchObject({ code: "link-not-found" });
    expect(await findLink(database(), token)).toMatchObject({ isRevoked: true });
    expect(await openLink(kept, ctx.now, true)).toMatchObject({ roomId: world.room.id });
  });

  test("takes all of a seat's links, of no other seat's, and says so once", async () => {
    const tokens = [await copy(), await copy()];
    const other = await copyLink(ctx, world.room.id, world.presenter.id);
    expect(await revokeLinks(ctx, { ...target(), linkId: null })).toEqual({ count: 2 });
    expect(await revokeLinks(ctx, { ...target(), linkId: null })).toEqual({ count: 0 });
    for (const token of tokens) await expect(openLink(token, ctx.now, true)).rejects.toThrow();
    const token = other.slice("/join/".length);
    expect(await openLink(token, ctx.now, true)).toMatchObject({ roomId: world.room.id });
    const kinds = await recordedIn(world.room.id);
    expect(kinds.filter((kind) => kind === "link-revoked")).toHaveLength(2);
  });

  test("is for those who manage the room only", async () => {
    const host = await buildMember(world.room.organizationId, "host");
    await buildSeat(world.room, "helper", { personId: host.personId });
    const revoke = revokeLinks(buildPlannerContext(host), { ...target(), linkId: null });
    await expect(revoke).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("reaches no seat of another room", async () => {
    const room = await buildRoom(world.room.organizationId);
    const crossed = { roomId: room.id, seatId: world.guest.id, linkId: null };
    await expect(revokeLinks(ctx, crossed)).rejects.toMatchObject({ code: "seat-not-found" });
  });
});
