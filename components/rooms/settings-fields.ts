import type { RoomAccess } from "@/lib/domain/room/room-kind";
import type { LeadMinutes } from "@/lib/domain/room/window";

type Settings = {
  title: string;
  access: RoomAccess;
  window: { opensAt: Date; closesAt: Date };
  lobby: boolean;
  leadMinutes: LeadMinutes;
  seatLimit: number | null;
};

const MINUTE_MS = 60_000;

/** A room's settings as the fields of its form, by name. */
export function settingsFields(settings: Settings): Record<string, string> {
  const { title, access, window, lobby, leadMinutes, seatLimit } = settings;
  const lengthMs = window.closesAt.getTime() - window.opensAt.getTime();
  return {
    title,
    access,
    lengthMinutes: String(Math.round(lengthMs / MINUTE_MS)),
    ...(lobby && { lobby: "on" }),
    presenterLead: String(leadMinutes.presenter),
    collaboratorLead: String(leadMinutes.collaborator),
    attendeeLead: String(leadMinutes.attendee),
    consumerLead: String(leadMinutes.consumer),
    seatLimit: seatLimit === null ? "" : String(seatLimit),
  };
}
