import type { MediaGrant, Source } from "./media-grant";

/** Somebody's place in a call: one seat on one device. */
export type Participant = { seatId: string; deviceId: string };

/** A track that somebody in the call sends, as the media server sees it. */
export type SentTrack = {
  sid: string;
  source: Source | "screen-audio" | "unknown";
  media: "audio" | "video" | "data";
  muted: boolean;
};

/** Somebody in a call, as the media server sees them. */
export type PresentParticipant = {
  /** The identity as the media server has it; not always one of ours. */
  identity: string;
  sid: string;
  joinedAt: Date;
  grant: MediaGrant;
  /** A person's client; no recorder, agent or other program of the media server's. */
  isPerson: boolean;
  /** A right is set that no ticket of ours ever carries. */
  hasForeignRights: boolean;
  tracks: SentTrack[];
};

/** What a ticket says. */
export type TicketFacts = {
  callName: string;
  participant: Participant;
  displayName: string;
  grant: MediaGrant;
};

/**
 * The media server, as the product needs it.
 *
 * Each verb throws AppError "call-unreachable" when the server does not answer in time, and takes
 * a call or a participant that is already gone as done.
 */
export type Calls = {
  /**
   * Makes the call exist; does nothing when it does. It may rely on what this process saw up to two
   * seconds ago, so that a crowd that joins asks once, and a press and its connection together.
   */
  ensureCall(callName: string): Promise<void>;
  /** A ticket good for one connect within the next 90 seconds. Touches no network. */
  mintTicket(facts: TicketFacts): Promise<string>;
  /** Sets the whole grant of somebody inside, at once and without a reconnect. */
  changeGrant(callName: string, identity: string, grant: MediaGrant): Promise<void>;
  /** Cuts somebody's connection. Their ticket stays good, so close the gate to them first. */
  removeParticipant(callName: string, identity: string): Promise<void>;
  /** Mutes one track; its owner can unmute it again. */
  muteTrack(callName: string, identity: string, trackSid: string): Promise<void>;
  /** Deletes the call; everybody inside is out. */
  deleteCall(callName: string): Promise<void>;
  listCallNames(): Promise<string[]>;
  listParticipants(callName: string): Promise<PresentParticipant[]>;
};
