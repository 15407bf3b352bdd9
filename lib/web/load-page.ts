import "server-only";
import { notFound } from "next/navigation";
import { AppError } from "@/lib/domain/errors";
import type { Context, MemberActor } from "@/lib/operations/context";
import { memberContextOnPage } from "./member-context";

/**
 * Loads what a member's page shows. Who is not signed in is asked to; what is not theirs is "not
 * found", like what does not exist.
 */
export async function loadPage<T>(load: (ctx: Context<MemberActor>) => Promise<T>): Promise<T> {
  const ctx = await memberContextOnPage();
  try {
    return await load(ctx);
  } catch (error) {
    if (error instanceof AppError && isHidden(error)) notFound();
    throw error;
  }
}

function isHidden({ code, status }: AppError): boolean {
  return status === 404 || code === "not-allowed";
}
