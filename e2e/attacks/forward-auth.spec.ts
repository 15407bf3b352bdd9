import { expect, test as base } from "@playwright/test";
import { startCaddy } from "../support/caddy";
import { callExists, forgeTicket, identitiesIn, permissionOf } from "../support/media-server";
import { answerTo, joinQuery, knock } from "../support/signalling";
import { makeMeeting } from "./meeting";

type Proxy = { url: string };

const test = base.extend<object, { caddy: Proxy }>({
  caddy: [
    async ({}, use) => {
      const { url, stop } = await startCaddy();
      await use({ url });
      await stop();
    },
    { scope: "worker" },
  ],
});

/** A knock at Caddy instead of the built-in gate, as a page that Caddy served would. */
const knockAt = ({ url }: Proxy, target: string, headers: Record<string, string> = {}) =>
  knock(target, { origin: url, ...headers }, url);

const answerAt = (proxy: Proxy, ticket: string) =>
  answerTo(knockAt(proxy, `/rtc/v1?${joinQuery(ticket)}`));

test("Caddy lets a granted ticket through and no other", async ({ caddy }) => {
  const { clinician, patient, callName } = await makeMeeting();
  const { identity } = patient.media;
  await patient.media.leaves();
  const forged = await forgeTicket(callName, identity, { secret: "x".repeat(48) });
  const unsigned = await forgeTicket(callName, identity, { algorithm: "none" });
  const host = await forgeTicket(callName, identity, { video: { roomAdmin: true } });
  expect(await answerAt(caddy, forged)).toBe("401 bad-ticket");
  expect(await answerAt(caddy, unsigned)).toBe("401 bad-ticket");
  expect(await answerAt(caddy, host)).toBe("403 foreign-rights");

  const came = await knockAt(caddy, `/rtc/v1?${joinQuery(patient.ticket)}`);
  if (!came.open) throw new Error(`${came.status} ${came.code}`);
  expect((await came.line.welcome()).participant?.identity).toBe(identity);

  await clinician.caller.does("remove", { seatId: patient.caller.seat.id, reason: "" });
  await expect.poll(() => came.line.isOpen).toBe(false);
  expect(await answerAt(caddy, patient.ticket)).toBe("403 removed");
  await expect.poll(() => identitiesIn(callName)).toEqual([clinician.media.identity]);
  await clinician.media.leaves();
});

test("a ticket in a header, twice, or for a second name doesn't get past Caddy", async ({
  caddy,
}) => {
  const { clinician, patient, callName } = await makeMeeting();
  const { identity } = patient.media;
  const host = await forgeTicket(callName, identity, { video: { roomAdmin: true } });
  const query = joinQuery(patient.ticket);
  const authorization = `Bearer ${host}`;
  const withHeader = knockAt(caddy, `/rtc/v1?${query}`, { authorization });
  expect(await answerTo(withHeader)).toBe("401 bad-ticket");
  const target = (extra: string) => `/rtc?access_token=${patient.ticket}${extra}`;
  expect(await answerTo(knockAt(caddy, target(`&access_token=${host}`)))).toBe("401 bad-ticket");
  expect(await answerTo(knockAt(caddy, target("&publish=again")))).toBe("403 bad-request");
  const evil = { origin: "https://evil.example" };
  expect(await answerTo(knockAt(caddy, `/rtc/v1?${query}`, evil))).toBe("403 foreign-origin");
  const claimed = { "x-forwarded-uri": `/rtc/v1?${query}`, "x-forwarded-method": "GET" };
  expect(await answerTo(knockAt(caddy, `/rtc/v1?access_token=${host}`, claimed))).toBe(
    "403 foreign-rights",
  );
  expect(await identitiesIn(callName)).toEqual([clinician.media.identity, identity].sort());
  await Promise.all([clinician.media.leaves(), patient.media.leaves()]);
});

test("nothing but LiveKit's signalling is behind Caddy", async ({ caddy }) => {
  const { clinician, patient, callName } = await makeMeeting();
  await clinician.caller.does("end");
  await expect.poll(() => callExists(callName)).toBe(false);
  for (const path of [
    ...["/whip/v1", "/whip", "/WHIP/v1", "//whip/v1", "/rtc/../whip/v1", "/%77hip/v1"],
    ...["/twirp/livekit.RoomService/ListRooms", "/agent", "/rtc/v1/whip", "/api/gate"],
  ]) {
    const answer = await fetch(caddy.url + path, {
      method: "POST",
      headers: {
        authorization: `Bearer ${patient.ticket}`,
        "content-type": "application/sdp",
        origin: caddy.url,
      },
      body: "v=0\r\n",
    });
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
    expect(answer.status, path).toBeLessThan(500);
    expect(await answer.text(), path).not.toContain("rooms");
  }
  expect(await callExists(callName)).toBe(false);
});

test("whoever comes through Caddy with an older ticket has their rights of now", async ({
  caddy,
}) => {
  const { clinician, patient, callName } = await makeMeeting();
  const { identity } = patient.media;
  await patient.media.leaves();
  await clinician.caller.does("role", { seatId: patient.caller.seat.id, role: "consumer" });
  const came = await knockAt(caddy, `/rtc/v1?${joinQuery(patient.ticket)}`);
  if (!came.open) throw new Error(`${came.status} ${came.code}`);
  await expect
    .poll(async () => (await permissionOf(callName, identity))?.canPublish, { timeout: 5_000 })
    .toBe(false);
  came.line.cut();
  await clinician.media.leaves();
});
