import "server-only";
import type { CallbacksOptions } from "next-auth";
import { listMembershipsOf } from "@/lib/data/members";
import { parseEmailAddress } from "@/lib/domain/roster/email-address";
import { log } from "@/lib/log";
import { identityClaims } from "./oidc-provider";
import { problemPath } from "./sign-in-problem";

type Attempt = Pick<Parameters<CallbacksOptions["signIn"]>[0], "user" | "account" | "profile">;

/**
 * Lets in whose address is a member's. A provider's word for an address counts only when it says
 * that it verified it, and when it is the address this account signed in with before.
 */
export async function maySignIn({ user, account, profile }: Attempt): Promise<true | string> {
  const address = parseEmailAddress(user.email ?? "");
  if (account?.type === "oauth" && !isVouchedFor(profile, address)) return refuse("not-verified");
  if (!address || (await listMembershipsOf(address)).length === 0) return refuse("not-a-member");
  return true;
}

function isVouchedFor(profile: unknown, address: string | null): boolean {
  const claims = identityClaims.safeParse(profile);
  if (!claims.success || claims.data.email_verified !== true) return false;
  return address !== null && parseEmailAddress(claims.data.email ?? "") === address;
}

function refuse(reason: "not-verified" | "not-a-member"): string {
  log.info({ reason }, "sign-in refused");
  return problemPath(reason);
}
