import "server-only";
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { log } from "@/lib/log";
import { readAtMost } from "@/lib/read-at-most";

/**
 * How long nothing is fetched again, whatever arrives. Anybody can send tokens that name keys which
 * never were, and each makes us look for its key; so the issuer is asked once a second at most. A key
 * that it rotated in waits no longer than that, and then only when somebody asked a moment before.
 */
const PAUSE_MS = 1_000;

/** Who sent a token waits as long; SDKs that are told to come again do so by themselves. */
const ANSWER_TIMEOUT_MS = 3_000;

/** A key that the issuer took away is good no longer than this. */
const MAX_AGE_MS = 600_000;

/** A key set of hundreds of keys stays far below it. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** What jose says of a token that fits no key, or more than one; all else is the issuer's doing. */
const OF_THE_TOKEN = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys];

const discoveryShape = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** The issuer does not answer, or with what can't be read. No token is good or bad by that. */
export class IssuerAway extends Error {
  override readonly name = "IssuerAway";
}

/** The keys of one issuer: found by discovery, kept, and fetched anew for a key that is new. */
export class IssuerKeys {
  private found: Promise<JWTVerifyGetKey> | undefined;
  private readonly askedAt = new Map<string, number>();
  private lastTold: unknown;

  constructor(private readonly issuer: string) {}

  /**
   * The key that a token names.
   *
   * @throws IssuerAway; a JOSEError when the issuer has no such key.
   */
  readonly keyFor: JWTVerifyGetKey = async (header, token) => {
    try {
      const keyFor = await this.find();
      return await keyFor(header, token);
    } catch (error) {
      if (OF_THE_TOKEN.some((kind) => error instanceof kind)) throw error;
      this.tellOnce(error);
      throw new IssuerAway("the issuer gives no keys", { cause: error });
    }
  };

  private find(): Promise<JWTVerifyGetKey> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      throw error;
    });
    return this.found;
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const url = `${this.issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`;
    const answer = await this.ask(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    const { issuer: named, jwks_uri: keysUrl } = discoveryShape.parse(await answer.json());
    if (named !== this.issuer) throw new Error("the issuer calls itself another");
    return createRemoteJWKSet(new URL(keysUrl), {
      cooldownDuration: PAUSE_MS,
      cacheMaxAge: MAX_AGE_MS,
      timeoutDuration: ANSWER_TIMEOUT_MS,
      // jose pauses after an answer that it can read; `ask` pauses after any.
      [customFetch]: (...asked) => this.ask(...asked),
    });
  }

  private async ask(url: string, init: RequestInit): Promise<Response> {
    const now = performance.now();
    const last = this.askedAt.get(url);
    if (last !== undefined && now - last < PAUSE_MS) throw new AskedJustNow();
    this.askedAt.set(url, now);
    const answer = await fetch(url, { ...init, redirect: "error" });
    const bytes = await readAtMost(answer.body, MAX_ANSWER_BYTES, init.signal);
    if (!bytes) throw new Error("the issuer's answer is too long");
    return new Response(bytes, { status: answer.status });
  }

  /** All who wait for one answer learn of the same failure; the log holds it once. */
  private tellOnce(error: unknown): void {
    if (error === this.lastTold || error instanceof AskedJustNow) return;
    this.lastTold = error;
    // `fetch` and jose only say that it failed; why stands behind.
    const err = error instanceof Error && error.cause ? error.cause : error;
    log.warn({ reason: "issuer-away", err }, "the issuer of bearer tokens gives no keys");
  }
}

class AskedJustNow extends Error {
  override readonly name = "AskedJustNow";
}
