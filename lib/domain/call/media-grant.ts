import { can } from "@/lib/domain/room/permissions";
import type { Role } from "@/lib/domain/room/role";
import type { RoomKind } from "@/lib/domain/room/room-kind";

/** What a participant can send besides data. */
export const SOURCES = ["microphone", "camera", "screen"] as const;

export type Source = (typeof SOURCES)[number];

/** What a seat may send and receive in a call, in our words; `lib/livekit` translates it. */
export type MediaGrant = {
  microphone: boolean;
  camera: boolean;
  screen: boolean;
  /** Data packets to the others. */
  data: boolean;
  seeAndHear: boolean;
  /** Nobody's list shows a hidden participant. A webinar's audience is hidden. */
  hidden: boolean;
};

/** The grant of a role in a kind of room, less the sources withheld from this one seat. */
export function mediaGrantFor(role: Role, kind: RoomKind, withheld: readonly Source[]): MediaGrant {
  const may = (source: Source, allowed: boolean) => allowed && !withheld.includes(source);
  return {
    microphone: may("microphone", can(role, "useMicrophone")),
    camera: may("camera", can(role, "useCamera")),
    screen: may("screen", can(role, "shareScreen")),
    data: can(role, "writeChat"),
    seeAndHear: can(role, "seeAndHear"),
    hidden: kind === "webinar" && !can(role, "useMicrophone") && !can(role, "useCamera"),
  };
}

/**
 * A grant as somebody inside can be given it. Whoever is visible stays so until they connect again:
 * hiding them now would leave the others with a tile of theirs that never goes away.
 */
export function grantForPresent(grant: MediaGrant, isHiddenNow: boolean): MediaGrant {
  return { ...grant, hidden: grant.hidden && isHiddenNow };
}
