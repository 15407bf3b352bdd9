import { z } from "zod";
import type { Problem } from "@/lib/domain/problem";
import { EVENT_TYPES } from "./event-type";

export const MAX_URL_LENGTH = 2_000;

/** Where one's own machine answers: without TLS for trying things out, where that is allowed. */
const OWN_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const problem = (name: Problem) => name;

const id = z.string(problem("not-valid"));

/** Where webhooks go: https, without a user, a password or a fragment. */
const url = z.string(problem("missing")).transform((text, ctx) => {
  const wrong = findUrlProblem(text.trim());
  if (wrong) ctx.addIssue({ code: "custom", message: wrong });
  return wrong ? "" : new URL(text.trim()).href;
});

/** A form sends one field for one box, a program a list. Nothing chosen is every event. */
const events = z
  .union([z.string().transform((event) => [event]), z.array(z.string())])
  .optional()
  .transform((chosen) => [...new Set(chosen ?? [])])
  .pipe(z.array(z.enum(EVENT_TYPES, problem("not-offered"))));

export const newEndpointInput = z.object({ url, events });
export const editEndpointInput = z.object({ endpointId: id, url, events });
export const endpointInput = z.object({ endpointId: id });
export const deliveryInput = z.object({ endpointId: id, deliveryId: id });

/** Everything that failed for an endpoint in the last days. */
export const replayInput = z.object({
  endpointId: id,
  since: z.iso
    .datetime({ offset: true, error: problem("not-a-time") })
    .transform((text) => new Date(text)),
});

export type NewEndpointInput = z.output<typeof newEndpointInput>;
export type EditEndpointInput = z.output<typeof editEndpointInput>;
export type ReplayInput = z.output<typeof replayInput>;

function findUrlProblem(text: string): Problem | null {
  if (text === "") return "missing";
  if (text.length > MAX_URL_LENGTH || !URL.canParse(text)) return "not-a-url";
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (protocol !== "https:" && protocol !== "http:") return "not-a-url";
  if (username !== "" || password !== "" || hash !== "") return "not-a-url";
  return protocol === "https:" || OWN_MACHINE.test(hostname) ? null : "not-https";
}
