import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Membership } from "@/lib/data/members";
import { AppError } from "@/lib/domain/errors";
import type { Context, MemberActor } from "@/lib/operations/context";
import { outsideWorld } from "./outside-world";
import { PAGE_PATH_HEADER } from "./page-path";
import { findMembership } from "./page-session";

/** The signed-in member; null when nobody is signed in. */
export async function findMember(): Promise<MemberActor | null> {
  const membership = await findMembership();
  if (!membership) return null;
  const { memberId, organizationId, personId, staffRole } = membership;
  return { kind: "member", memberId, organizationId, personId, staffRole };
}

/**
 * The signed-in member, for routes and actions.
 *
 * @throws AppError "not-signed-in".
 */
export async function requireMember(): Promise<MemberActor> {
  const member = await findMember();
  if (!member) throw new AppError("not-signed-in");
  return member;
}

/** The signed-in member, for pages: anybody else is asked to sign in and comes back here. */
export async function requireMemberOnPage(): Promise<MemberActor> {
  return (await findMember()) ?? redirect(await signInPath());
}

/** The same with the names that a page's frame shows. */
export async function requireMembershipOnPage(): Promise<Membership> {
  return (await findMembership()) ?? redirect(await signInPath());
}

/**
 * What an operation of a member needs, for routes and actions.
 *
 * @throws AppError "not-signed-in".
 */
export async function memberContext(): Promise<Context<MemberActor>> {
  return { actor: await requireMember(), ...outsideWorld() };
}

/** What an operation of a member needs, for pages: anybody else is asked to sign in. */
export async function memberContextOnPage(): Promise<Context<MemberActor>> {
  return { actor: await requireMemberOnPage(), ...outsideWorld() };
}

async function signInPath(): Promise<string> {
  const path = (await headers()).get(PAGE_PATH_HEADER);
  return path ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in";
}
