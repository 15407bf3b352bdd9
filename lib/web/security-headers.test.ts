import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, securityHeaders, type AnswerFacts } from "./security-headers";

const facts = (changes: Partial<AnswerFacts> = {}): AnswerFacts => ({
  pathname: "/rooms",
  nonce: "n0nce",
  publicUrl: "https://rostrum.example.org",
  isDevelopment: false,
  ...changes,
});

describe("the content security policy", () => {
  test("names every source and trusts no address for scripts", () =>
    expect(contentSecurityPolicy(facts())).toMatchInlineSnapshot(
      `"default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'; style-src 'self' 'nonce-n0nce'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self' wss://rostrum.example.org; worker-src 'self' blob:; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'; require-trusted-types-for 'script'; trusted-types nextjs default"`,
    ));

  test("loosens nothing in production", () =>
    expect(contentSecurityPolicy(facts())).not.toMatch(/unsafe|\*|https?:/));

  test("lets the sign-in form lead to the provider, and no other page", () => {
    const oidcIssuer = "https://id.example.org/realm";
    const formAction = (pathname: string) =>
      /form-action [^;]+/.exec(contentSecurityPolicy(facts({ pathname, oidcIssuer })))?.[0];
    expect(formAction("/sign-in")).toBe("form-action 'self' https://id.example.org");
    expect(formAction("/rooms")).toBe("form-action 'self'");
  });
});

describe("camera and microphone", () => {
  test.each(["/", "/rooms", "/rooms/new", "/roommate", "/join/x", "/sign-in"])(
    "are denied on %s",
    (pathname) => {
      const policy = securityHeaders(facts({ pathname }))["Permissions-Policy"];
      expect(policy).toContain("camera=(), microphone=(), display-capture=()");
    },
  );

  test("may be asked for on a call page", () => {
    const policy = securityHeaders(facts({ pathname: "/room/x" }))["Permissions-Policy"];
    expect(policy).toContain("camera=(self), microphone=(self), display-capture=(self)");
    expect(policy).toContain("geolocation=()");
  });
});

describe("the calling library", () => {
  test("is for pages of every origin, and no other file is", () => {
    const headersOf = (pathname: string) => securityHeaders(facts({ pathname }));
    for (const pathname of ["/", "/api/calling/99/join", "/callings/x", "/samples/calling.html"]) {
      expect(headersOf(pathname)["Access-Control-Allow-Origin"], pathname).toBeUndefined();
      expect(headersOf(pathname)["Cache-Control"], pathname).toBe("no-store");
    }
    expect(headersOf("/calling/rostrum-calling.js")).toMatchObject({
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
  });

  test("is tried by samples that run scripts of ours only, and may ask for camera and microphone", () => {
    const headers = securityHeaders(facts({ pathname: "/samples/calling.html" }));
    expect(headers["Content-Security-Policy"]).toContain("script-src 'self'; style-src 'self'");
    expect(headers["Permissions-Policy"]).toContain("camera=(self), microphone=(self)");
  });
});

test.each([
  ["/join/secret", "no-referrer"],
  ["/room/x", "no-referrer"],
  ["/rooms", "same-origin"],
])("%s tells others where it was left from: %s", (pathname, policy) =>
  expect(securityHeaders(facts({ pathname }))["Referrer-Policy"]).toBe(policy),
);

test("TLS is asked for only where there is some", () => {
  expect(securityHeaders(facts())).toHaveProperty("Strict-Transport-Security");
  expect(securityHeaders(facts({ publicUrl: "http://127.0.0.1:3000" }))).not.toHaveProperty(
    "Strict-Transport-Security",
  );
});
