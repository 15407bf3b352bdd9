import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";
import { linkPath } from "@/lib/operations/links/link-token";

const TOKEN_BYTES = 16;

/**
 * The personal link that a job's mail carries. It is made from the job's random id and our secret,
 * so that no secret waits in the queue and each try of the job carries the same link: the first copy
 * of a mail that arrives twice must not hold a link that the second try revoked, since mail servers
 * drop the second copy. Neither the queue nor the secret alone gives the link away.
 */
export function mailLink(jobId: string): { token: string; url: string } {
  const { AUTH_SECRET, PUBLIC_URL } = env();
  const seal = createHmac("sha256", AUTH_SECRET).update(`personal link of job ${jobId}`).digest();
  const token = seal.subarray(0, TOKEN_BYTES).toString("base64url");
  return { token, url: `${PUBLIC_URL}${linkPath(token)}` };
}
