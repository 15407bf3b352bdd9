import "server-only";
import type { Calls } from "@/lib/domain/call/calls";
import type { Scope } from "@/lib/domain/program/scope";
import type { Announce } from "@/lib/domain/room/announce";
import type { StaffRole } from "@/lib/domain/staff/staff-role";

/** A signed-in member of an organization's staff. */
export type MemberActor = {
  kind: "member";
  memberId: string;
  organizationId: string;
  personId: string;
  staffRole: StaffRole;
};

/**
 * A program of an organization, proved by one of its keys. It sees and manages every room there, as
 * far as its scopes go.
 */
export type ProgramActor = {
  kind: "program";
  /** Of the key that proved it. */
  keyId: string;
  organizationId: string;
  scopes: readonly Scope[];
};

/** A program that proved itself with an access key of an ACS resource, which is its `keyId`. */
export type AcsActor = ProgramActor & { resourceId: string };

/** Whoever plans rooms for an organization. */
export type PlannerActor = MemberActor | ProgramActor;

/** A seat of one room, proved by a personal link or by being the member's own. */
export type SeatActor = { kind: "seat"; seatId: string; roomId: string; organizationId: string };

/** A user of a program of an organization, proved by a token of theirs. */
export type CallingUser = {
  kind: "calling-user";
  organizationId: string;
  resourceId: string;
  rawId: string;
  /** Null until they first stand on a roster. */
  personId: string | null;
  /** Their token is good for more than calls that they are invited to. */
  mayTakeSeat: boolean;
};

/** The clock or the conductor. */
export type SystemActor = { kind: "system" };

/** Everything impure an operation may use: who asks, what time it is, and the world outside. */
export type Context<Actor> = {
  actor: Actor;
  now: Date;
  calls: Calls;
  announce: Announce;
};
