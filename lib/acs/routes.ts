import "server-only";
import {
  answerCreateUser,
  answerDeleteUser,
  answerIssueToken,
  answerRevokeTokens,
} from "./identity-routes";
import { answerListParticipants, answerUpdateParticipants } from "./participant-routes";
import {
  answerCreateRoom,
  answerDeleteRoom,
  answerGetRoom,
  answerListRooms,
  answerUpdateRoom,
} from "./room-routes";
import type { Route } from "./route";

const ROOMS = ["rooms"];
const ROOM = ["rooms", "*"];
const PARTICIPANTS = ["rooms", "*", "participants"];
const USERS = ["identities"];
const USER = ["identities", "*"];
const ISSUE = ["identities", "*", ":issueAccessToken"];
const REVOKE = ["identities", "*", ":revokeAccessTokens"];

/** Everything that programs with an access key can ask. */
// prettier-ignore
export const ROUTES: readonly Route[] = [
  { method: "POST",   path: ROOMS,        area: "rooms",    name: "CreateRoom",         answer: answerCreateRoom },
  { method: "GET",    path: ROOMS,        area: "rooms",    name: "ListRooms",          answer: answerListRooms },
  { method: "GET",    path: ROOM,         area: "rooms",    name: "GetRoom",            answer: answerGetRoom },
  { method: "PATCH",  path: ROOM,         area: "rooms",    name: "PatchRoom",          answer: answerUpdateRoom },
  { method: "DELETE", path: ROOM,         area: "rooms",    name: "DeleteRoom",         answer: answerDeleteRoom },
  { method: "GET",    path: PARTICIPANTS, area: "rooms",    name: "GetParticipants",    answer: answerListParticipants },
  { method: "PATCH",  path: PARTICIPANTS, area: "rooms",    name: "UpdateParticipants", answer: answerUpdateParticipants },
  { method: "POST",   path: USERS,        area: "identity", name: "CreateIdentity",     answer: answerCreateUser },
  { method: "DELETE", path: USER,         area: "identity", name: "DeleteIdentity",     answer: answerDeleteUser },
  { method: "POST",   path: ISSUE,        area: "identity", name: "IssueToken",         answer: answerIssueToken },
  { method: "POST",   path: REVOKE,       area: "identity", name: "RevokeTokens",       answer: answerRevokeTokens },
];

export type Found = { route: Route; parts: string[] };

/** The routes of a path, whatever their method; none when nothing is there. */
export function routesAt(path: readonly string[]): Found[] {
  return ROUTES.flatMap((route) => {
    const fits =
      route.path.length === path.length &&
      route.path.every((part, index) => part === "*" || part === path[index]);
    const parts = path.filter((_, index) => route.path[index] === "*");
    return fits ? [{ route, parts }] : [];
  });
}
