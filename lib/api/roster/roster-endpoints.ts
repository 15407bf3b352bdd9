import "server-only";
import { z } from "zod";
import { endpoint, type ApiContext } from "@/lib/api/endpoint";
import { pageOf, pageQuery, roomAddress, seatAddress } from "@/lib/api/fields";
import { reasonRequest } from "@/lib/api/rooms/room-request";
import type { Problem } from "@/lib/domain/problem";
import { ROLES } from "@/lib/domain/room/role";
import { addPerson } from "@/lib/operations/roster/add-person";
import { changeSeatRole } from "@/lib/operations/roster/change-seat-role";
import { listRosterOf, readSeat } from "@/lib/operations/roster/list-roster";
import { removeSeat } from "@/lib/operations/roster/remove-seat";
import { resendInvitation } from "@/lib/operations/roster/resend-invitation";
import { returnSeat } from "@/lib/operations/roster/return-seat";
import { seatPerson } from "@/lib/operations/roster/seat-person";
import { presentSeat, seatBody } from "./seat-body";
import { newSeatRequest } from "./seat-request";

const common = { area: "Roster", scopes: ["rooms:write", "rooms:read"] } as const;
const theSeat = { status: 200, about: "The seat.", schema: seatBody } as const;

const listSeats = endpoint({
  ...common,
  id: "listSeats",
  method: "GET",
  path: "/rooms/{roomId}/seats",
  summary: "List a roster",
  description: "In the order in which people were added, with those who were removed.",
  scopes: ["rooms:read"],
  params: roomAddress,
  query: pageQuery,
  answer: { status: 200, about: "A page of seats.", schema: pageOf(seatBody) },
  sample: { query: { limit: "50" } },
  work: async (ctx, { params, query }) => {
    const { seats, next } = await listRosterOf(ctx, params.roomId, query);
    return { body: { items: seats.map(presentSeat) }, next };
  },
});

const addSeat = endpoint({
  ...common,
  id: "addSeat",
  method: "POST",
  path: "/rooms/{roomId}/seats",
  summary: "Put a person on a roster",
  description:
    "Somebody new by name and perhaps address, or somebody known by `personId`. They are invited by mail; whoever was removed comes back. The capacity brings its usual role.",
  params: roomAddress,
  body: newSeatRequest,
  refusals: ["room-is-over"],
  answer: { status: 201, about: "The seat.", schema: seatBody },
  sample: {
    body: {
      person: { name: "Ilse Brandt", email: "ilse@example.org", timeZone: "Europe/Berlin" },
      capacity: "interpreter",
    },
  },
  work: async (ctx, { params: { roomId }, body: { personId, person, capacity } }) => {
    const { seatId } = person
      ? await addPerson(ctx, { roomId, capacity, ...person })
      : await seatPerson(ctx, { roomId, capacity, personId });
    return {
      ...(await tell(ctx, { roomId, seatId })),
      location: `/rooms/${roomId}/seats/${seatId}`,
    };
  },
});

const getSeat = endpoint({
  ...common,
  id: "getSeat",
  method: "GET",
  path: "/rooms/{roomId}/seats/{seatId}",
  summary: "Get a seat",
  scopes: ["rooms:read"],
  params: seatAddress,
  answer: theSeat,
  sample: {},
  work: async (ctx, { params }) => tell(ctx, params),
});

const changeRole = endpoint({
  ...common,
  id: "changeSeatRole",
  method: "PATCH",
  path: "/rooms/{roomId}/seats/{seatId}",
  summary: "Change a role",
  description: "What they may do in a running call follows at once.",
  params: seatAddress,
  body: z.strictObject({ role: z.enum(ROLES, "not-offered" satisfies Problem) }),
  refusals: ["room-is-over", "last-presenter"],
  answer: theSeat,
  sample: { body: { role: "collaborator" } },
  work: async (ctx, { params, body: { role } }) => {
    await changeSeatRole(ctx, { ...params, role });
    return tell(ctx, params);
  },
});

const takeOff = endpoint({
  ...common,
  id: "removeSeat",
  method: "POST",
  path: "/rooms/{roomId}/seats/{seatId}/remove",
  summary: "Take a person off a roster",
  description: "Out of a running call too. They read the reason. Again, it changes nothing.",
  params: seatAddress,
  body: reasonRequest,
  keepsAnswer: false,
  refusals: ["room-is-over", "last-presenter", "call-unreachable"],
  answer: theSeat,
  sample: { body: { reason: "The visit is with your daughter alone." } },
  work: async (ctx, { params, body: { reason } }) => {
    await removeSeat(ctx, { ...params, reason });
    return tell(ctx, params);
  },
});

const letBack = endpoint({
  ...common,
  id: "returnSeat",
  method: "POST",
  path: "/rooms/{roomId}/seats/{seatId}/return",
  summary: "Let a person back",
  description: "They get a new invitation. Whoever is on the roster stays as they are.",
  params: seatAddress,
  refusals: ["room-is-over"],
  answer: theSeat,
  sample: {},
  work: async (ctx, { params }) => {
    await returnSeat(ctx, params);
    return tell(ctx, params);
  },
});

const inviteAgain = endpoint({
  ...common,
  id: "resendInvitation",
  method: "POST",
  path: "/rooms/{roomId}/seats/{seatId}/invite",
  summary: "Send the invitation again",
  description: "With a link of its own, to whoever is on the roster and has an address.",
  params: seatAddress,
  refusals: ["room-is-over"],
  answer: { ...theSeat, status: 202, about: "The seat; the mail is on its way." },
  sample: {},
  work: async (ctx, { params }) => {
    await resendInvitation(ctx, params);
    return tell(ctx, params);
  },
});

export const rosterEndpoints = [
  ...[listSeats, addSeat, getSeat, changeRole],
  ...[takeOff, letBack, inviteAgain],
];

async function tell(ctx: ApiContext, target: { roomId: string; seatId: string }) {
  return { body: presentSeat(await readSeat(ctx, target)) };
}
