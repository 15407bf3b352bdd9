import { describe, expect, test } from "vitest";
import { isFromOurPages } from "./origin";

const PUBLIC = "https://rostrum.example.org";
const asked = (headers: Record<string, string>, publicUrl = PUBLIC) =>
  isFromOurPages(new Headers(headers), publicUrl);

describe("a state change is refused", () => {
  test.each<[string, Record<string, string>]>([
    ["without Origin and Sec-Fetch-Site", {}],
    ["from another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["from a neighbour below the same domain", { "sec-fetch-site": "same-site" }],
    ["from the address bar", { "sec-fetch-site": "none" }],
    ["when the two headers disagree", { "sec-fetch-site": "cross-site", origin: PUBLIC }],
    ["with another origin alone", { origin: "https://evil.example" }],
    ["with the opaque origin alone", { origin: "null" }],
    ["with the same host but without TLS", { origin: "http://rostrum.example.org" }],
    ["with another port", { origin: "https://rostrum.example.org:8443" }],
    ["with our name as prefix", { origin: "https://rostrum.example.org.evil.example" }],
    ["with an origin that is no address", { origin: "rostrum.example.org" }],
    ["with a Host made to fit", { origin: "https://evil.example", host: "evil.example" }],
    [
      "from loopback when we are public",
      { origin: "http://localhost:3000", host: "localhost:3000" },
    ],
  ])("%s", (_, headers) => expect(asked(headers)).toBe(false));

  test("by another program's page on this machine", () =>
    expect(
      asked({ origin: "http://localhost:8080", host: "localhost:3000" }, "http://localhost:3000"),
    ).toBe(false));
});

describe("a state change is accepted", () => {
  test.each<[string, Record<string, string>, string]>([
    ["from our page", { "sec-fetch-site": "same-origin", origin: PUBLIC }, PUBLIC],
    ["from our page without referrer", { "sec-fetch-site": "same-origin", origin: "null" }, PUBLIC],
    ["from an older browser", { origin: PUBLIC }, PUBLIC],
    [
      "from another loopback name of this server",
      { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" },
      "http://localhost:3000",
    ],
  ])("%s", (_, headers, publicUrl) => expect(asked(headers, publicUrl)).toBe(true));
});
