import { decodeJwt } from "jose";
import { expect, test } from "vitest";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import { mintTicket } from "./mint-ticket";

test("a ticket says who, under which name, for which call, for 90 seconds, and nothing else", async () => {
  const ticket = await mintTicket({
    callName: "a-call",
    participant: { seatId: "0192f0c1-0000-7000-8000-000000000001", deviceId: "0123456789abcdef" },
    displayName: "Amara Okafor",
    grant: mediaGrantFor("attendee", "visit", []),
  });
  const { exp = 0, nbf = 0, video, ...claims } = decodeJwt(ticket);
  expect(claims).toEqual({
    iss: process.env.LIVEKIT_API_KEY,
    sub: "0192f0c1-0000-7000-8000-000000000001.0123456789abcdef",
    name: "Amara Okafor",
  });
  expect(video).toBeTypeOf("object");
  expect(exp - nbf).toBe(90);
});
