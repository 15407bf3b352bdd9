import "server-only";
import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import { linkAddress, seatAddress, toldId, toldInstant } from "@/lib/api/fields";
import { LINK_ORIGINS } from "@/lib/domain/roster/personal-link";
import { copyLink } from "@/lib/operations/links/copy-link";
import { listLinksOfSeat } from "@/lib/operations/links/list-links";
import { revokeLinks } from "@/lib/operations/links/revoke-links";
import { publicAddress } from "@/lib/web/public-address";

const linkBody = z
  .strictObject({
    id: toldId,
    origin: z.enum(LINK_ORIGINS).meta({ description: "How it was handed out." }),
    createdAt: toldInstant,
    firstUsedAt: toldInstant.nullable(),
    revokedAt: toldInstant.nullable(),
  })
  .meta({ id: "PersonalLink" });

const list = endpoint({
  id: "listLinks",
  method: "GET",
  path: "/rooms/{roomId}/seats/{seatId}/links",
  area: "Roster",
  summary: "List the personal links of a seat",
  description: "Newest first, never their secrets.",
  scopes: ["rooms:write", "rooms:read"],
  params: seatAddress,
  answer: {
    status: 200,
    about: "The links.",
    schema: z.strictObject({ items: z.array(linkBody) }),
  },
  sample: {},
  work: async (ctx, { params }) => {
    const links = await listLinksOfSeat(ctx, params);
    const items = links.map(({ id, origin, createdAt, firstUsedAt, revokedAt }) => ({
      ...{ id, origin },
      createdAt: createdAt.toISOString(),
      firstUsedAt: firstUsedAt?.toISOString() ?? null,
      revokedAt: revokedAt?.toISOString() ?? null,
    }));
    return { body: { items } };
  },
});

const make = endpoint({
  id: "createLink",
  method: "POST",
  path: "/rooms/{roomId}/seats/{seatId}/links",
  area: "Roster",
  summary: "Make a personal link",
  description:
    "To hand over by other ways than mail. Whoever opens it comes in as this person. It is told this once and stands nowhere, so a repeated request makes another.",
  scopes: ["links:write", "rooms:write", "rooms:read"],
  params: seatAddress,
  keepsAnswer: false,
  refusals: ["room-is-over"],
  answer: {
    status: 201,
    about: "The link.",
    schema: z.strictObject({ url: z.url() }).meta({ id: "NewPersonalLink" }),
  },
  sample: {},
  work: async (ctx, { params: { roomId, seatId } }) => ({
    body: { url: publicAddress(await copyLink(ctx, roomId, seatId)) },
  }),
});

const revoke = endpoint({
  id: "revokeLink",
  method: "DELETE",
  path: "/rooms/{roomId}/seats/{seatId}/links/{linkId}",
  area: "Roster",
  summary: "Revoke a personal link",
  description:
    "It opens nothing any more, also in browsers that came in by it. Whoever is in the running call by it is put out.",
  scopes: ["links:write", "rooms:write", "rooms:read"],
  params: linkAddress,
  answer: { status: 204, about: "It is revoked." },
  sample: {},
  work: async (ctx, { params }) => {
    await revokeLinks(ctx, params);
    return { body: undefined };
  },
});

export const linkEndpoints = [list, make, revoke];
