import { randomUUID } from "node:crypto";
import { mintUserToken } from "@/lib/acs/user-token";
import { insertAcsResource } from "@/lib/data/acs-resources";
import { findOrAddPeopleOf, insertAcsUser } from "@/lib/data/acs-users";
import { database } from "@/lib/data/client";
import { toRawId } from "@/lib/domain/acs/raw-id";
import type { UserClaims } from "@/lib/domain/acs/user-claims";
import type { Role } from "@/lib/domain/room/role";
import type { CallingUser, Context } from "@/lib/operations/context";
import { buildRoom, buildSeat } from "./clinic-builder";
import { FakeCalls } from "./fake-calls";

/** A user of a new resource of this organization, and a token of theirs. */
export async function buildCallingUser(
  organizationId: string,
  { scopes = ["voip"] }: { scopes?: UserClaims["scopes"] } = {},
): Promise<{ user: CallingUser; token: string }> {
  const { id: resourceId } = await insertAcsResource(database(), organizationId, "Portal");
  const rawId = toRawId({ resourceId, userId: randomUUID() });
  const issuedAt = new Date(Date.now() - 1_000);
  await insertAcsUser(database(), { organizationId, resourceId, rawId }, issuedAt);
  const expiresAt = new Date(Date.now() + 3_600_000);
  const token = { rawId, resourceId, scopes, keyPrint: null, issuedAt, expiresAt };
  const mayTakeSeat = scopes.includes("voip");
  return {
    user: {
      ...{ kind: "calling-user", organizationId, resourceId, rawId, personId: null, mayTakeSeat },
    },
    token: await mintUserToken(token),
  };
}

/** Puts a user on the roster of a meeting. */
export async function seatCallingUser(
  room: Awaited<ReturnType<typeof buildRoom>>,
  user: CallingUser,
  role: Role = "attendee",
) {
  const people = await findOrAddPeopleOf(database(), user, [user.rawId]);
  const personId = people.get(user.rawId) ?? "";
  const seat = await buildSeat(room, "helper", { role, personId });
  return { seat, user: { ...user, personId } };
}

/** What an operation of a program's user gets. */
export function callingContext(actor: CallingUser, now = new Date()) {
  const announced: string[] = [];
  const calls = new FakeCalls();
  const context: Context<CallingUser> = { actor, now, calls, announce: (id) => announced.push(id) };
  return { ...context, calls, announced };
}
