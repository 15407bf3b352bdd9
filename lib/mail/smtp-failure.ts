import "server-only";
import type SMTPConnection from "nodemailer/lib/smtp-connection";

type Failure = SMTPConnection.SMTPError;

/** What nodemailer says when no mail can have left yet. */
const BEFORE_SENDING = ["EDNS", "EAUTH", "ETLS", "EENVELOPE"];

/** "No such mailbox", "moved", "not allowed": answers about the address. */
const ADDRESS_REFUSED = [550, 551, 553];

/**
 * Whether the server refused this very address, so that trying again can't help. Refusals by policy
 * (5.7.x: "relaying denied", "blocked") are about us and may pass.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { command, responseCode = 0, response = "" } = failureOf(error);
  const isPolicy = /^5\d\d[ -]5\.7\./.test(response);
  return command === "RCPT TO" && ADDRESS_REFUSED.includes(responseCode) && !isPolicy;
}

/** Whether the mail can't have gone out: never connected, or the server answered that it won't. */
export function surelyNotSent(error: unknown): boolean {
  const { code = "", responseCode = 0, syscall } = failureOf(error);
  return syscall === "connect" || responseCode >= 400 || BEFORE_SENDING.includes(code);
}

/** The codes of a failure, for the log. Its text may hold the address, so it is left out. */
export function codesOf(error: unknown): string {
  const { code, responseCode } = failureOf(error);
  return [code, responseCode].filter((part) => part !== undefined).join(" ") || "no code";
}

function failureOf(error: unknown): Partial<Failure> {
  return error instanceof Error ? error : {};
}
