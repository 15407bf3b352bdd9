import "server-only";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import { Webhook } from "standardwebhooks";
import type { Attempt, AttemptError, Dispatch, WebhookSender } from "@/lib/domain/webhook/attempt";
import { env } from "@/lib/env";
import { attemptErrorOf, OutOfTime } from "./attempt-error";
import { AddressRefused, guardedLookup, LOOPBACK, mayGoTo } from "./public-address";

/** How long a receiver has to answer; well below a job's limit. */
const ANSWER_MS = 15_000;

/** How much of an answer is read, and for how long, before the connection is cut: only its status counts. */
const BODY_BYTES = 4 * 1024;
const BODY_MS = 1_000;

type Settings = {
  /** Whether webhooks may go to one's own machine, there without TLS too. */
  isLoopbackAllowed?: boolean;
  answerMs?: number;
  lookup?: LookupFunction;
};

/**
 * Sends webhooks as https://www.standardwebhooks.com says. Each try looks the name up anew, and the
 * address that is checked is the one that is connected to. Redirects are not followed.
 */
export function webhookSender(settings: Settings = {}): WebhookSender {
  const { isLoopbackAllowed = env().WEBHOOK_LOOPBACK === "allowed", answerMs = ANSWER_MS } =
    settings;
  const allowed = isLoopbackAllowed ? LOOPBACK : [];
  const filter = { allowIPAddressList: allowed, keepAlive: false };
  const agents = {
    "http:": { request: http.request, agent: new RequestFilteringHttpAgent(filter) },
    "https:": { request: https.request, agent: new RequestFilteringHttpsAgent(filter) },
  };
  const lookup = guardedLookup(allowed, settings.lookup);

  async function ask(dispatch: Dispatch): Promise<number> {
    const url = new URL(dispatch.url);
    if (!mayGoTo(url.hostname.replace(/^\[|\]$/g, ""), allowed)) throw new AddressRefused();
    const { request, agent } = agents[url.protocol === "http:" ? "http:" : "https:"];
    const headers = headersOf(dispatch);
    return statusOf(
      request(url, { method: "POST", agent, lookup, headers }),
      dispatch.body,
      answerMs,
    );
  }

  return {
    async send(dispatch) {
      const began = performance.now();
      const over = (status: number | null, error: AttemptError | null): Attempt => ({
        status,
        error,
        ms: Math.round(performance.now() - began),
      });
      const isPlain = new URL(dispatch.url).protocol !== "https:";
      if (isPlain && !isLoopbackAllowed) return over(null, "not-https");
      try {
        const status = await ask(dispatch);
        return over(status, errorOfStatus(status));
      } catch (error) {
        return over(null, error instanceof Error ? attemptErrorOf(error) : "no-connection");
      }
    },
  };
}

function headersOf({ messageId, body, at, secrets }: Dispatch): http.OutgoingHttpHeaders {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(messageId, at, body));
  return {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "user-agent": "Rostrum-Webhooks/1",
    "webhook-id": messageId,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": signatures.join(" "),
  };
}

function errorOfStatus(status: number): AttemptError | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? "redirected" : "bad-status";
}

/** The status of the answer, as soon as its head is there and its body read, refused or waited for. */
function statusOf(request: http.ClientRequest, body: string, answerMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => request.destroy(new OutOfTime()), answerMs);
    request.once("response", (response) => {
      clearTimeout(timer);
      timer = setTimeout(() => request.destroy(), BODY_MS);
      resolve(response.statusCode ?? 0);
      let read = 0;
      response.on("data", (chunk: Buffer) => {
        read += chunk.length;
        if (read > BODY_BYTES) request.destroy();
      });
      // What happens to the rest of the answer changes nothing any more.
      response.on("error", () => undefined);
    });
    request.on("error", reject);
    request.once("close", () => {
      clearTimeout(timer);
      reject(new Error("The connection was closed without an answer."));
    });
    request.end(body);
  });
}
