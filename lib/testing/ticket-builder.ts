import { SignJWT, type JWTPayload } from "jose";
import { TEST_ENVIRONMENT } from "./environment";

export const TICKET_KEY = {
  apiKey: TEST_ENVIRONMENT.LIVEKIT_API_KEY,
  apiSecret: TEST_ENVIRONMENT.LIVEKIT_API_SECRET,
};

export const SOMEONE = {
  seatId: "0192f0c1-0000-7000-8000-000000000001",
  deviceId: "0123456789abcdef",
};

export const SOMEONES_IDENTITY = `${SOMEONE.seatId}.${SOMEONE.deviceId}`;

type Changes = {
  claims?: JWTPayload;
  video?: Record<string, unknown>;
  secret?: string;
  algorithm?: string;
  /** Seconds from now; null leaves the end out. */
  endsIn?: number | null;
  beginsIn?: number;
};

/** A ticket that the gate accepts, but for what `changes` says. */
export function signTicket({
  claims = {},
  video = {},
  secret = TICKET_KEY.apiSecret,
  algorithm = "HS256",
  endsIn = 90,
  beginsIn = 0,
}: Changes = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload: JWTPayload = {
    iss: TICKET_KEY.apiKey,
    sub: SOMEONES_IDENTITY,
    nbf: now + beginsIn,
    ...(endsIn === null ? {} : { exp: now + endsIn }),
    ...claims,
    video: { roomJoin: true, room: "a-call", canPublish: true, ...video },
  };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: algorithm })
    .sign(new TextEncoder().encode(secret));
}
