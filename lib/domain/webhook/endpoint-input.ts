import { z } from "zod";
import { isOwnMachine } from "@/lib/domain/own-machine";
import type { Problem } from "@/lib/domain/problem";
import { EVENT_CHOICES, EVENT_TYPES, type EventType } from "./event-type";

export const MAX_URL_LENGTH = 2_000;

const problem = (name: Problem) => name;

const id = z.string(problem("not-valid"));

/** Where webhooks go: https, without a user, a password or a fragment. */
const url = z.string(problem("missing")).transform((text, ctx) => {
  const wrong = findUrlProblem(text.trim());
  if (wrong) ctx.addIssue({ code: "custom", message: wrong });
  return wrong ? "" : new URL(text.trim()).href;
});

const events = z.array(z.enum(EVENT_TYPES, problem("not-offered")), problem("not-valid"));

const onceEach = (named: readonly EventType[]) => [...new Set(named)];

/** As programs give it: no events, or none named, is every event. */
export const newWebhookRequest = z
  .strictObject({ url, events: events.optional() })
  .transform(({ url, events = [] }) => ({ url, events: onceEach(events) }));

/** What may change. What is left out stays. */
export const editWebhookRequest = z
  .strictObject({
    url: url.optional(),
    events: events.transform(onceEach).optional(),
    isOn: z.boolean(problem("not-valid")).optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, problem("nothing-to-change"));

const form = z.looseObject({ url, which: z.enum(EVENT_CHOICES, problem("not-offered")) });

type Form = z.output<typeof form>;

/** As the dashboard gives it: a ticked box for each event, unless it is all of them. */
export const newEndpointForm = form.transform((fields, ctx) => ({
  url: fields.url,
  events: tickedEvents(fields, ctx),
}));

export const editEndpointForm = form.extend({ endpointId: id }).transform((fields, ctx) => ({
  endpointId: fields.endpointId,
  url: fields.url,
  events: tickedEvents(fields, ctx),
}));

export const endpointInput = z.object({ endpointId: id });
export const turnEndpointInput = z.object({
  endpointId: id,
  to: z.enum(["on", "off"], problem("not-offered")),
});
export const deliveryInput = z.object({ endpointId: id, deliveryId: id });

/** How far back the dashboard offers to send again what failed, in hours. */
export const REPLAY_HOURS = { hour: 1, day: 24, "three-days": 72, month: 30 * 24 } as const;

export const REPLAY_SPANS = [
  "hour",
  "day",
  "three-days",
  "month",
] as const satisfies (keyof typeof REPLAY_HOURS)[];

export const replayForm = z.object({
  endpointId: id,
  span: z.enum(REPLAY_SPANS, problem("not-offered")),
});

export type EndpointInput = { url: string; events: string[] };

function tickedEvents(fields: Form, ctx: z.RefinementCtx): EventType[] {
  const ticked = EVENT_TYPES.filter((event) => fields[event] === "on");
  if (fields.which === "all") return [];
  if (ticked.length === 0) {
    ctx.addIssue({ code: "custom", path: ["events"], message: problem("choose-one") });
  }
  return ticked;
}

function findUrlProblem(text: string): Problem | null {
  if (text === "") return "missing";
  if (text.length > MAX_URL_LENGTH || !URL.canParse(text)) return "not-a-url";
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (protocol !== "https:" && protocol !== "http:") return "not-a-url";
  if (username !== "" || password !== "" || hash !== "") return "not-a-url";
  // One's own machine may do without TLS, for trying things out, where that is allowed.
  return protocol === "https:" || isOwnMachine(hostname) ? null : "not-https";
}
