"use server";
import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { hashSessionToken, isSecure, sessionCookieName } from "@/lib/auth/session-cookie";
import { removeSession } from "@/lib/data/sessions";
import { requireOwnOrigin } from "./origin";
import { ORGANIZATION_COOKIE } from "./session";

/** Ends the session here and in the database, and goes to the start page. */
export async function signOut(): Promise<void> {
  requireOwnOrigin(await headers());
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  if (token) await removeSession(hashSessionToken(token));
  // `__Host-` cookies are only taken back with the attributes they were given with.
  jar.set(sessionCookieName(), "", { path: "/", secure: isSecure(), httpOnly: true, maxAge: 0 });
  jar.delete(ORGANIZATION_COOKIE);
  redirect("/");
}
