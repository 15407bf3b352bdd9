import "server-only";
import type { Calls } from "@/lib/domain/call/calls";
import { askMediaServer } from "./ask-media-server";
import { rememberEnsured } from "./ensured-calls";
import { listParticipants } from "./list-participants";
import { mintTicket } from "./mint-ticket";
import { toPermission } from "./to-permission";

/** How long an empty call stays. LiveKit fixes it when it makes the call; we delete calls ourselves. */
const EMPTY_CALL_SECONDS = 6 * 60 * 60;

const ensured = rememberEnsured(async (name) => {
  const timeouts = { emptyTimeout: EMPTY_CALL_SECONDS, departureTimeout: EMPTY_CALL_SECONDS };
  await askMediaServer("ensure-call", (service) => service.createRoom({ name, ...timeouts }));
}, Date.now);

/** The media server, reached over its API. */
export const liveKitCalls: Calls = {
  ensureCall: (callName) => ensured.ensure(callName),

  mintTicket,

  async changeGrant(callName, identity, grant) {
    const permission = toPermission(grant);
    await askMediaServer("change-grant", (service) =>
      service.updateParticipant(callName, identity, { permission }),
    );
  },

  async removeParticipant(callName, identity) {
    await askMediaServer("remove-participant", (service) =>
      service.removeParticipant(callName, identity),
    );
  },

  async muteTrack(callName, identity, trackSid) {
    await askMediaServer("mute-track", (service) =>
      service.mutePublishedTrack(callName, identity, trackSid, true),
    );
  },

  async deleteCall(callName) {
    ensured.forget(callName);
    await askMediaServer("delete-call", (service) => service.deleteRoom(callName));
  },

  async listCallNames() {
    const rooms = await askMediaServer("list-calls", (service) => service.listRooms());
    return (rooms ?? []).map((room) => room.name);
  },

  listParticipants,
};
