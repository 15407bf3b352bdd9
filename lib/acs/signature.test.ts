import { createHash, createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { AcsRequest } from "./acs-request";
import { findSigningKey } from "./signature";
import { Denied } from "./wire-error";

const NOW = new Date("2027-03-09T14:00:00Z");
const KEY = { name: "primary", secret: Buffer.from("a key that both sides have") };
const OTHER = { name: "secondary", secret: Buffer.from("the key for while that is replaced") };
const ID = "8:acs:0f0b1a5c-6c2f-4a8e-9d5e-2b7f6a1c3d4e_00000013-22e9-5bfe-07fd-084822008f96";
const ENCODED = ID.replaceAll(":", "%3A");

type Signed = {
  method?: string;
  /** What goes over the wire, and what was signed when it is something else. */
  target?: string;
  signedTarget?: string;
  host?: string;
  signedHost?: string;
  body?: string;
  date?: string;
  dateName?: "x-ms-date" | "date";
  key?: Buffer;
  headers?: Record<string, string | undefined>;
};

function request(given: Signed = {}): AcsRequest {
  const {
    method = "GET",
    target = "/rooms?api-version=2025-03-13",
    host = "localhost:3443",
  } = given;
  const { signedTarget = target, signedHost = host, body = "", key = KEY.secret } = given;
  const { date = NOW.toUTCString(), dateName = "x-ms-date", headers = {} } = given;
  const hash = createHash("sha256").update(body).digest("base64");
  const text = `${method}\n${signedTarget}\n${date};${signedHost};${hash}`;
  const signature = createHmac("sha256", key).update(text).digest("base64");
  return {
    ...{ method, target, path: [], query: new URLSearchParams(), body: Buffer.from(body) },
    headers: {
      host,
      [dateName]: date,
      "x-ms-content-sha256": hash,
      authorization: `HMAC-SHA256 SignedHeaders=${dateName};host;x-ms-content-sha256&Signature=${signature}`,
      ...headers,
    },
  };
}

const keyOf = (asked: AcsRequest, now = NOW) =>
  findSigningKey(asked, [OTHER, KEY], ["acs.example.org:8443", "acs.example.org"], now).name;

const minutesLater = (minutes: number, ms = 0) => new Date(NOW.getTime() + minutes * 60_000 + ms);

describe("a signature is refused", () => {
  const tampered = {
    ...request({ method: "POST", body: '{"a":1}' }),
    body: Buffer.from('{"a":2}'),
  };
  // prettier-ignore
  test.each<[string, AcsRequest, string, Date?]>([
    ["of another key", request({ key: Buffer.from("guessed") }), "wrong-signature"],
    ["for another method", request({ signedTarget: "/rooms", target: "/rooms?x=1" }), "wrong-signature"],
    ["for another method", { ...request(), method: "DELETE" }, "wrong-signature"],
    ["for another path", { ...request(), target: "/rooms/99?api-version=2025-03-13" }, "wrong-signature"],
    ["for another host", request({ signedHost: "elsewhere.example" }), "wrong-signature"],
    ["of another date", { ...request(), headers: { ...request().headers, "x-ms-date": minutesLater(1).toUTCString() } }, "wrong-signature"],
    ["over another body", tampered, "wrong-content"],
    ["too old", request(), "wrong-time", minutesLater(15, 1)],
    ["too early", request(), "wrong-time", minutesLater(-15, -1)],
    ["without a readable date", request({ date: "now" }), "wrong-time"],
    ["that leaves the host out", request({ headers: { authorization: "HMAC-SHA256 SignedHeaders=x-ms-date;x-ms-content-sha256&Signature=AAAA" } }), "not-signed"],
    ["that leaves the body out", request({ headers: { "x-ms-content-sha256": undefined } }), "not-signed"],
    ["of no scheme", request({ headers: { authorization: "Basic YTpi" } }), "not-signed"],
    ["that is missing", request({ headers: { authorization: undefined } }), "not-signed"],
  ])("%s", (_what, asked, reason, now) => {
    const attempt = () => keyOf(asked, now);
    expect(attempt).toThrow(Denied);
    expect(attempt).toThrow(expect.objectContaining({ reason, status: 401, code: "Denied" }));
  });

  test("with the words of ACS, which say no more than that the body is another", () => {
    const message = "Request 'x-ms-content-sha256' differs from generated content hash.";
    expect(() => keyOf(tampered)).toThrow(message);
    expect(() => keyOf(request({ key: OTHER.secret.subarray(1) }))).toThrow(
      "Denied by the resource provider.",
    );
  });
});

describe("a signature is accepted", () => {
  // prettier-ignore
  test.each<[string, Signed]>([
    ["of JavaScript, query written anew", { target: "/rooms?nextLink=a~b&api-version=1", signedTarget: "/rooms?nextLink=a%7Eb&api-version=1" }],
    ["of JavaScript, id encoded", { target: `/identities/${ENCODED}/:issueAccessToken?api-version=1` }],
    ["of Python, path and query decoded", { target: `/identities/${ENCODED}?api-version=1`, signedTarget: `/identities/${ID}?api-version=1` }],
    ["of Python, asynchronous", { target: `/identities/${ID}?api-version=1` }],
    ["of Python, asynchronous, signed encoded", { target: `/identities/${ID}/:revokeAccessTokens?x=1`, signedTarget: `/identities/${ENCODED}/:revokeAccessTokens?x=1` }],
    ["of Java, host without its port on both sides", { host: "localhost" }],
    ["of Java, host without its port where it was signed", { signedHost: "localhost" }],
    ["behind a proxy that changes the host", { host: "10.0.0.7:3443", signedHost: "acs.example.org:8443" }],
    ["behind a proxy, without the port", { host: "10.0.0.7", signedHost: "acs.example.org" }],
    ["of older clients, over date", { dateName: "date" }],
    ["over a body", { method: "POST", body: '{"participants":{}}' }],
  ])("%s", (_what, given) => {
    expect(keyOf(request(given))).toBe("primary");
  });

  test("of either key", () => {
    expect(keyOf(request({ key: OTHER.secret }))).toBe("secondary");
  });

  test("up to 15 minutes either way, and again and again", () => {
    for (const minutes of [-15, 0, 0, 15])
      expect(keyOf(request(), minutesLater(minutes))).toBe("primary");
  });
});
