import "server-only";
import { z } from "zod";
import {
  readParticipants,
  type RosterChange,
  type RosterProblem,
} from "@/lib/domain/acs/participants-input";
import { roleName } from "@/lib/domain/acs/role-name";
import { changeAcsParticipants } from "@/lib/operations/acs/change-acs-participants";
import { listAcsParticipants } from "@/lib/operations/acs/list-acs-participants";
import { nextLink, placeAskedFor } from "./paging";
import { requireBody, targetOf } from "./room-target";
import type { Call, Reply } from "./route";
import { requireRoomsVersion } from "./versions";
import { badArguments, badRequest, type WireError } from "./wire-error";

export async function answerListParticipants(call: Call): Promise<Reply> {
  const { request, ctx } = call;
  const version = requireRoomsVersion(request);
  const target = targetOf(call);
  const list = `participants/${ctx.actor.organizationId}/${target.acsId}`;
  const behind = placeAskedFor(request, list, z.string());
  const { items, next } = await listAcsParticipants(ctx, target, behind);
  const value = items.map(({ rawId, role }) => ({ rawId, role: roleName(role, version) }));
  return { status: 200, body: { value, ...nextLink(request, list, next) } };
}

export async function answerUpdateParticipants(call: Call): Promise<Reply> {
  const { request, ctx } = call;
  const version = requireRoomsVersion(request);
  const target = targetOf(call);
  const { participants } = requireBody(request);
  const change = requireRosterIds(readParticipants(participants, version), "update");
  await changeAcsParticipants(ctx, target, change);
  return { status: 200, body: {} };
}

/** @throws WireError that says what is wrong with the participants of a request, as ACS does. */
export function requireRosterIds(
  read: { change: RosterChange } | { problem: RosterProblem },
  step: "create" | "update",
): RosterChange {
  if ("change" in read) return read.change;
  throw rosterError(read.problem, step);
}

const REQUEST_NAME = {
  create: "createRoomRequestDto",
  update: "updateParticipantsRequestDto",
} as const;

const MALFORMED_ID = {
  create: "Invalid format for communication identifier.",
  update: "Invalid value for the Participants.",
} as const;

function rosterError(problem: RosterProblem, step: "create" | "update"): WireError {
  if (problem.kind === "malformed-id") return badRequest(MALFORMED_ID[step]);
  const name = REQUEST_NAME[step];
  const path =
    problem.kind === "unknown-role" ? `$.participants.${problem.rawId}.role` : "$.participants";
  return badArguments([
    { target: name, message: `The ${name} field is required.` },
    { target: path, message: `The JSON value could not be converted. Path: ${path}.` },
  ]);
}
