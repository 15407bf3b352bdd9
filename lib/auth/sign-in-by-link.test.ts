import { describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { findSession } from "@/lib/data/sessions";
import { env } from "@/lib/env";
import { buildMember, buildOrganization, buildPerson } from "@/lib/testing/clinic-builder";
import { keepCookies } from "@/lib/testing/cookie-jar";
import { useDatabase } from "@/lib/testing/database";
import { useMailServer } from "@/lib/testing/mail-server";
import { mailSignInLink } from "./mail-sign-in-link";
import { makeSignInLink } from "./make-sign-in-link";
import { findOwnerOfLink, openSignInLink } from "./open-sign-in-link";
import { hashSessionToken } from "./session-cookie";

useDatabase();
const mail = useMailServer();

const NOW = new Date();
const problem = (reason: string) => ({ location: `/sign-in/problem?reason=${reason}` });

async function memberAddress(): Promise<string> {
  const { personId } = await buildMember((await buildOrganization()).id);
  const { email } = await database().person.findUniqueOrThrow({ where: { id: personId } });
  return email ?? "";
}

async function linkTo(address: string, validMinutes = 20, next?: string) {
  const link = await makeSignInLink({ address, validMinutes, now: NOW, ...(next && { next }) });
  return { token: new URL(link).searchParams.get("token") ?? "", next };
}

describe("nobody is signed in", () => {
  test("by a link that nobody was given", async () =>
    expect(await openSignInLink({ token: "made-up" }, {})).toMatchObject(problem("link")));

  test("by a link that is too old", async () => {
    const link = await linkTo(await memberAddress(), -1);
    expect(await openSignInLink(link, {})).toMatchObject(problem("link"));
  });

  test("twice by one link, even at the same moment", async () => {
    const link = await linkTo(await memberAddress());
    const answers = await Promise.all([openSignInLink(link, {}), openSignInLink(link, {})]);
    expect(
      answers.map(({ cookies }) => cookies.some((line) => line.startsWith("session="))),
    ).toEqual(expect.arrayContaining([true, false]));
  });

  test("who was taken off the staff after the mail was sent", async () => {
    const { email } = await buildPerson((await buildOrganization()).id);
    const answer = await openSignInLink(await linkTo(email ?? ""), {});
    expect(answer).toMatchObject(problem("not-a-member"));
    expect(answer.cookies.join()).not.toContain("session=");
  });
});

describe("a link signs its owner in", () => {
  test("with a session whose token is nowhere in the database", async () => {
    const address = await memberAddress();
    const answer = await openSignInLink(await linkTo(address, 20, "/rooms/new"), {});
    expect(answer.location).toBe("http://127.0.0.1:3000/rooms/new");
    const line = answer.cookies.find((cookie) => cookie.startsWith("session=")) ?? "";
    expect(line).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(line).not.toMatch(/domain/i);
    const { session = "" } = keepCookies({}, answer.cookies);
    expect(session).toMatch(/^[\w-]{43}$/);
    expect(await database().session.count({ where: { sessionToken: session } })).toBe(0);
    expect(await findSession(hashSessionToken(session), NOW)).toMatchObject({ address });
  });

  test("without reusing the session that was there", async () => {
    const address = await memberAddress();
    const first = keepCookies({}, (await openSignInLink(await linkTo(address), {})).cookies);
    const second = keepCookies({}, (await openSignInLink(await linkTo(address), first)).cookies);
    expect(second.session).toMatch(/^[\w-]{43}$/);
    expect(second.session).not.toBe(first.session);
  });

  test("and leads to no other site", async () => {
    const link = await linkTo(await memberAddress(), 20, "//evil.example/rooms");
    expect((await openSignInLink(link, {})).location).toBe("http://127.0.0.1:3000/rooms");
  });

  test("only when its button is pressed: looking at it uses nothing up", async () => {
    const address = await memberAddress();
    const link = await linkTo(address);
    expect(await findOwnerOfLink(link.token, NOW)).toBe(address);
    expect(await findOwnerOfLink(link.token, NOW)).toBe(address);
    expect((await openSignInLink(link, {})).location).toBe("http://127.0.0.1:3000/rooms");
    expect(await findOwnerOfLink(link.token, NOW)).toBeNull();
  });
});

describe("the mail", () => {
  test("goes to nobody we don't know", async () => {
    Object.assign(env(), { SMTP_URL: mail.url() });
    const before = await database().verificationToken.count();
    await mailSignInLink({ address: "eve@example.org", next: "/rooms", now: NOW });
    expect(mail.received).toEqual([]);
    expect(await database().verificationToken.count()).toBe(before);
  });

  test("brings a member a link that works", async () => {
    Object.assign(env(), { SMTP_URL: mail.url() });
    const address = await memberAddress();
    await mailSignInLink({ address, next: "/rooms", now: NOW });
    expect(mail.received.map(({ to }) => to)).toEqual([[address]]);
    const [url = ""] =
      /http:\/\/\S+\/sign-in\/link\?\S+/.exec(mail.received[0]?.parsed.text ?? "") ?? [];
    const token = new URL(url).searchParams.get("token") ?? "";
    expect(await findOwnerOfLink(token, NOW)).toBe(address);
  });
});
