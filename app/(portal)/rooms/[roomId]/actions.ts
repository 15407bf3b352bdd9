"use server";

import {
  addPersonInput,
  changeSeatRoleInput,
  removeSeatInput,
  seatInput,
} from "@/lib/domain/roster/roster-input";
import { copyLink } from "@/lib/operations/links/copy-link";
import { revokeLinks } from "@/lib/operations/links/revoke-links";
import { admitFromLobby } from "@/lib/operations/roster/admit-from-lobby";
import { addPerson } from "@/lib/operations/roster/add-person";
import { changeSeatRole } from "@/lib/operations/roster/change-seat-role";
import { removeSeat } from "@/lib/operations/roster/remove-seat";
import { resendInvitation } from "@/lib/operations/roster/resend-invitation";
import { returnSeat } from "@/lib/operations/roster/return-seat";
import { action } from "@/lib/web/action";
import { publicAddress } from "@/lib/web/public-address";
import { redirectTelling } from "@/lib/web/redirect-telling";

export const addPersonAction = action(addPersonInput, async (ctx, input) => {
  const { seatId, name, isInvited } = await addPerson(ctx, input);
  const invited = name === input.name ? "added" : "added-known";
  backToSeat(input.roomId, seatId, isInvited ? invited : "added-silent");
});

export const changeSeatRoleAction = action(changeSeatRoleInput, async (ctx, input) => {
  await changeSeatRole(ctx, input);
  backToSeat(input.roomId, input.seatId, "role");
});

export const removeSeatAction = action(removeSeatInput, async (ctx, input) => {
  await removeSeat(ctx, input);
  backToSeat(input.roomId, input.seatId, "removed");
});

export const returnSeatAction = action(seatInput, async (ctx, input) => {
  await returnSeat(ctx, input);
  backToSeat(input.roomId, input.seatId, "returned");
});

export const admitFromLobbyAction = action(seatInput, async (ctx, input) => {
  await admitFromLobby(ctx, input);
  backToSeat(input.roomId, input.seatId, "admitted");
});

export const resendInvitationAction = action(seatInput, async (ctx, input) => {
  await resendInvitation(ctx, input);
  backToSeat(input.roomId, input.seatId, "resent");
});

export const revokeLinksAction = action(seatInput, async (ctx, { roomId, seatId }) => {
  await revokeLinks(ctx, { roomId, seatId, linkId: null });
  backToSeat(roomId, seatId, "revoked");
});

export const copyLinkAction = action(seatInput, async (ctx, { roomId, seatId }) => ({
  told: { url: publicAddress(await copyLink(ctx, roomId, seatId)) },
}));

/** The roster keeps its place: back to the line that was worked on, with what was done. */
function backToSeat(roomId: string, seatId: string, told: string): never {
  redirectTelling(`/rooms/${roomId}`, { told, seat: seatId }, `#seat-${seatId}`);
}
