import "server-only";
import { lastForwarded } from "@/lib/domain/forwarded-address";
import { askGate, type GateKeeper } from "./ask-gate";
import type { GateRefusal } from "./gate-refusal";
import { isConnectPath, type GateRequest } from "./gate-request";

/** What proxies understand as an answer to forward authentication. */
type Verdict = { status: 200 | 401 | 403 | 503; code: string };

/**
 * Answers a proxy that asks whether it may pass a request on to the media server: the same decision
 * as at the built-in gate. The proxy has to describe the request in `X-Forwarded-*` headers and to
 * pass our refusals on as they are.
 */
export async function answerProxy(headers: Headers, keeper: GateKeeper): Promise<Response> {
  const asked = toGateRequest(headers);
  const answer = await askGate(asked, keeper);
  if (answer.open && isConnectPath(answer.ticket.path)) keeper.onPassed(answer.ticket.callName);
  const { status, code } = answer.open
    ? ({ status: 200, code: "success" } as const)
    : toVerdict(answer.refusal);
  const response = new Response(code, { status, headers: { "Cache-Control": "no-store" } });
  if (answer.reader) {
    response.headers.set("Access-Control-Allow-Origin", answer.reader);
    response.headers.set("Vary", "Origin");
  }
  return response;
}

function toGateRequest(headers: Headers): GateRequest {
  return {
    method: headers.get("x-forwarded-method") ?? "GET",
    target: headers.get("x-forwarded-uri") ?? "/",
    origin: headers.get("origin"),
    host: headers.get("x-forwarded-host"),
    authorization: headers.get("authorization"),
    address: lastForwarded(headers.get("x-forwarded-for")) ?? "unknown",
  };
}

function toVerdict({ status, code }: GateRefusal): Verdict {
  if (status === 400) return { status: 403, code };
  return status === 429 ? { status: 503, code } : { status, code };
}
