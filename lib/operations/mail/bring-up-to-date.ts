import "server-only";
import { database, inTransaction } from "@/lib/data/client";
import { findMailFacts, type MailFacts } from "@/lib/data/mail-facts";
import { dropMailLink, keepMailLink } from "@/lib/data/mail-links";
import { appendRecord } from "@/lib/data/record";
import {
  claimSeatMail,
  markMaybeTold,
  markRefused,
  releaseSeatMail,
  saveTold,
} from "@/lib/data/seat-mail";
import {
  decideMail,
  maybeAfter,
  type DueMail,
  type Knowledge,
} from "@/lib/domain/mail/decide-mail";
import { factsForRecipient, type MailSeat } from "@/lib/domain/mail/mail-facts";
import { NotSent, type Delivery, type RoomMail } from "@/lib/domain/mail/mailer";
import type { MailContext } from "./mail-context";

type Reachable = MailFacts & { seat: MailSeat & { email: string } };

/**
 * Writes the one mail that brings a seat's person up to date, if one is due. One job at a time
 * writes to a seat; what was told is kept, so jobs may run in any order and more than once.
 *
 * The link is kept before the mail leaves and forgotten when it surely did not leave. A try that
 * broke off leaves it, because the mail may have arrived; the next try carries the same one.
 */
export async function bringUpToDate(
  ctx: MailContext,
  seatId: string,
  askedAt: Date | null,
): Promise<void> {
  const knowledge = await claimSeatMail(seatId, ctx.job.id);
  // Read only now: whoever wrote before has told by now what it knew.
  const found = await findMailFacts(seatId);
  if (!found) return;
  if (!knowledge) throw new NotSent("another job is writing to this seat");

  const due = decideMail({ ...found, knowledge, askedAt, now: ctx.now });
  if (due && isReachable(found)) await send(ctx, found, due, knowledge);
  else await releaseSeatMail(database(), seatId, ctx.job.id);
}

function isReachable(facts: MailFacts): facts is Reachable {
  return facts.seat.email !== null;
}

async function send(ctx: MailContext, facts: Reachable, due: DueMail, knowledge: Knowledge) {
  const { seat, room } = facts;
  const linkId = await inTransaction(async (tx) => {
    await markMaybeTold(tx, seat.id, maybeAfter(knowledge, due.after));
    return due.after.entry === "kept" ? keepMailLink(tx, seat.id, ctx.link.token) : null;
  });
  const delivery = await handOver(ctx, facts, due, knowledge);
  if (delivery === "refused") {
    await markUnsent(ctx, seat.id, knowledge);
    return markRefused(database(), seat.id);
  }
  await inTransaction(async (tx) => {
    await saveTold(tx, seat.id, ctx.job.id, due.after);
    if (linkId === null) return;
    await appendRecord(tx, room.id, ctx.now, "system", "link-issued", { seatId: seat.id, linkId });
  });
}

async function handOver(
  ctx: MailContext,
  facts: Reachable,
  due: DueMail,
  knowledge: Knowledge,
): Promise<Delivery> {
  const { seat } = facts;
  try {
    return await ctx.mailer.send(toMail(ctx, facts, due));
  } catch (error) {
    if (error instanceof NotSent) await markUnsent(ctx, seat.id, knowledge);
    else await releaseSeatMail(database(), seat.id, ctx.job.id);
    throw error;
  }
}

/** Puts everything back as it was before a try whose mail surely did not leave. */
async function markUnsent(ctx: MailContext, seatId: string, { maybe }: Knowledge): Promise<void> {
  await inTransaction(async (tx) => {
    await releaseSeatMail(tx, seatId, ctx.job.id, maybe);
    // An earlier try may have arrived, and then it brought this very link.
    if (maybe.length === 0) await dropMailLink(tx, ctx.link.token);
  });
}

function toMail(ctx: MailContext, { room, seat }: Reachable, { kind, before, after }: DueMail) {
  const isOff = after.entry === "dropped";
  const off = room.cancelled ?? seat.removed;
  return {
    jobId: ctx.job.id,
    kind,
    facts: factsForRecipient(room, seat, isOff ? null : ctx.link.url),
    before,
    reason: isOff ? (off?.reason ?? null) : null,
    sequence: after.sequence,
    madeAt: ctx.now,
  } satisfies RoomMail;
}
