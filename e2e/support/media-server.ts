import { SignJWT } from "jose";
import {
  RoomServiceClient,
  ServerError,
  type ParticipantInfo,
  type ParticipantPermission,
} from "livekit-server-sdk";
import { environment } from "./environment";

const service = () =>
  new RoomServiceClient(environment.livekitUrl, environment.livekitKey, environment.livekitSecret);

/** Who is in a call as the media server itself sees it; nobody when it has no such call. */
export async function peopleIn(callName: string): Promise<ParticipantInfo[]> {
  try {
    return await service().listParticipants(callName);
  } catch (error) {
    if (error instanceof ServerError && error.status === 404) return [];
    throw error;
  }
}

/** Their identities. */
export async function identitiesIn(callName: string): Promise<string[]> {
  return (await peopleIn(callName)).map(({ identity }) => identity).sort();
}

/** What somebody in a call may do there; undefined when they are not in it. */
export async function permissionOf(
  callName: string,
  identity: string,
): Promise<ParticipantPermission | undefined> {
  return (await peopleIn(callName)).find((one) => one.identity === identity)?.permission;
}

/** How many tracks of somebody's the media server has, whichever device they use. */
export async function trackCountOf(callName: string, seatId: string): Promise<number> {
  const people = await peopleIn(callName);
  return people.find(({ identity }) => identity.startsWith(seatId))?.tracks.length ?? 0;
}

/** Whether the media server has a call of that name. */
export async function callExists(callName: string): Promise<boolean> {
  return (await service().listRooms([callName])).length > 0;
}

export type Forgery = {
  /** Over the claims of a good ticket; undefined leaves one out. */
  claims?: Record<string, unknown>;
  video?: Record<string, unknown>;
  secret?: string;
  /** `none` leaves the signature empty. */
  algorithm?: string;
};

/** A ticket in the media server's own format, signed with its key unless told otherwise. */
export async function forgeTicket(
  callName: string,
  identity: string,
  {
    claims = {},
    video = {},
    secret = environment.livekitSecret,
    algorithm = "HS256",
  }: Forgery = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    iss: environment.livekitKey,
    sub: identity,
    nbf: now - 1,
    exp: now + 90,
    ...claims,
    video: { roomJoin: true, room: callName, canPublish: true, canSubscribe: true, ...video },
  };
  if (algorithm === "none") return `${encode({ alg: "none", typ: "JWT" })}.${encode(payload)}.`;
  return new SignJWT(payload)
    .setProtectedHeader({ alg: algorithm })
    .sign(new TextEncoder().encode(secret));
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
