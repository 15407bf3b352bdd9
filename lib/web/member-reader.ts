import "server-only";
import type { Reader } from "@/lib/words/times";
import { findMembership } from "./page-session";

/** How the signed-in member reads times; in UTC when nobody is signed in. */
export async function memberReader(): Promise<Reader> {
  return { language: "en", timeZone: (await findMembership())?.timeZone ?? "UTC" };
}
