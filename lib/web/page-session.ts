import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { Membership } from "@/lib/data/members";
import { chooseMembership, listMembershipsBy } from "./session";

/** Every membership of whoever looks at the page being made. Asked once for each request. */
export const listMemberships = cache(async () => listMembershipsBy(await headers()));

/** The membership that the page being made is for; null when nobody is signed in. */
export async function findMembership(): Promise<Membership | null> {
  return chooseMembership(await listMemberships(), await headers());
}
