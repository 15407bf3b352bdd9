import "server-only";
import type { Answer } from "@/lib/data/replays";
import { AppError } from "@/lib/domain/errors";
import { authenticateKey } from "@/lib/operations/keys/authenticate-key";
import { requireScope } from "@/lib/operations/require-scope";
import { countingDenials } from "@/lib/web/key-denials";
import { outsideWorld } from "@/lib/web/outside-world";
import { requestIdOf } from "@/lib/web/problem";
import { publicAddress } from "@/lib/web/public-address";
import { countTryInShares, spentAllowance, type Allowance } from "@/lib/web/rate-shares";
import { API_PATH } from "./api-path";
import { commonHeaders } from "./common-headers";
import type { ApiContext, Endpoint, Told } from "./endpoint";
import { answerProblem } from "./problem/answer-problem";
import { answerOnce, readRepeatable } from "./request/keep-answer";
import { readIfMatch, writeVersion } from "./request/read-version";
import { readJson } from "./request/read-json";
import { readKey } from "./request/read-key";

type World = ReturnType<typeof outsideWorld>;

/** Answers one request to an endpoint: who asks, how often, what for, and what comes of it. */
export async function answerRequest(
  endpoint: Endpoint,
  request: Request,
  params: Record<string, unknown>,
  world: World = outsideWorld(),
): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  let allowance: Allowance | null = null;
  try {
    const key = readKey(request);
    const actor = await countingDenials(request.headers, () => authenticateKey(key, world.now));
    allowance = await countTryInShares("api-key", actor.keyId);
    const answer = await perform(endpoint, request, params, { ...world, actor });
    return toResponse(answer, { requestId, allowance });
  } catch (error) {
    return answerProblem(error, { requestId, allowance: allowance ?? spentAllowance(error) });
  }
}

async function perform(
  endpoint: Endpoint,
  request: Request,
  params: Record<string, unknown>,
  ctx: ApiContext,
): Promise<Answer> {
  for (const scope of endpoint.scopes) requireScope(ctx.actor, scope);
  const { bytes, value: body } = await readJson(request);
  const query = readQuery(request);
  const isRepeatable = endpoint.method === "POST" && endpoint.keepsAnswer !== false;
  const repeatable = isRepeatable ? readRepeatable(request, bytes, ctx.actor.keyId) : null;
  // A repeated request is answered as before, so its version is looked at only when it is new.
  const run = async (own: ApiContext) => {
    const requireSeen = readIfMatch(request.headers, endpoint.needsVersion ?? false);
    const told = await endpoint.run(own, { params, query, body, requireSeen }).catch((error) => {
      throw endpoint.needsVersion ? toVersionFailure(error) : error;
    });
    return toAnswer(endpoint, request, told);
  };
  if (!repeatable) return run(ctx);
  // Nobody may hear of a change before it is there.
  const changed = new Set<string>();
  const quiet = { ...ctx, announce: (roomId: string) => void changed.add(roomId) };
  const { isReplay, ...answer } = await answerOnce(repeatable, ctx.now, () => run(quiet));
  for (const roomId of isReplay ? [] : changed) ctx.announce(roomId);
  if (!isReplay) return answer;
  return { ...answer, headers: { ...answer.headers, "Idempotency-Replayed": "true" } };
}

/** Each name once: a second value would be one that some reader overlooks. */
function readQuery(request: Request): Record<string, unknown> {
  const { searchParams } = new URL(request.url);
  const names = [...new Set(searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function toVersionFailure(error: unknown): unknown {
  const isOutdated = error instanceof AppError && error.code === "changed-meanwhile";
  return isOutdated ? new AppError("version-outdated", error.detail) : error;
}

function toAnswer(endpoint: Endpoint, request: Request, told: Told<unknown>): Answer {
  const { body, version, location, next } = told;
  const { status } = endpoint.answer;
  return {
    status,
    headers: {
      ...(body !== undefined && { "Content-Type": "application/json; charset=utf-8" }),
      ...(version !== undefined && { ETag: writeVersion(version) }),
      ...(location !== undefined && { Location: publicAddress(API_PATH + location) }),
      ...(next && { Link: `<${nextPage(request, next)}>; rel="next"` }),
    },
    body: body === undefined ? "" : JSON.stringify(body),
  };
}

/** The address of this page's successor (RFC 8288). */
function nextPage(request: Request, next: string): string {
  const { pathname, search } = new URL(request.url);
  const asked = new URLSearchParams(search);
  asked.set("after", next);
  return publicAddress(`${pathname}?${asked}`);
}

type About = { requestId: string; allowance: Allowance };

function toResponse({ status, headers, body }: Answer, about: About): Response {
  return new Response(body === "" ? null : body, {
    status,
    headers: { ...headers, ...commonHeaders(about) },
  });
}
