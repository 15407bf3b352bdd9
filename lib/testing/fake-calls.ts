import type { Calls, PresentParticipant } from "@/lib/domain/call/calls";
import { AppError } from "@/lib/domain/errors";

/** A media server in memory: what stands in `rooms` is in it, and `isAway` makes it silent. */
export class FakeCalls implements Calls {
  readonly rooms = new Map<string, PresentParticipant[]>();
  readonly log: string[] = [];
  isAway = false;

  put(callName: string, ...participants: PresentParticipant[]): void {
    this.rooms.set(callName, [...(this.rooms.get(callName) ?? []), ...participants]);
  }

  identitiesIn(callName: string): string[] {
    return (this.rooms.get(callName) ?? []).map(({ identity }) => identity);
  }

  async ensureCall(callName: string): Promise<void> {
    this.note(`ensure ${callName}`);
    if (!this.rooms.has(callName)) this.rooms.set(callName, []);
  }

  async mintTicket(facts: Parameters<Calls["mintTicket"]>[0]): Promise<string> {
    return JSON.stringify(facts);
  }

  async changeGrant(...[callName, identity, grant]: Parameters<Calls["changeGrant"]>) {
    this.note(`grant ${identity}`);
    const participants = this.rooms.get(callName);
    if (!participants) return;
    this.rooms.set(
      callName,
      participants.map((each) =>
        each.identity === identity ? { ...each, grant, hasForeignRights: false } : each,
      ),
    );
  }

  async removeParticipant(callName: string, identity: string): Promise<void> {
    this.note(`remove ${identity}`);
    const participants = this.rooms.get(callName) ?? [];
    this.rooms.set(
      callName,
      participants.filter((each) => each.identity !== identity),
    );
  }

  async muteTrack(...[callName, identity, trackSid]: Parameters<Calls["muteTrack"]>) {
    this.note(`mute ${identity} ${trackSid}`);
    for (const participant of this.rooms.get(callName) ?? []) {
      if (participant.identity !== identity) continue;
      for (const track of participant.tracks) if (track.sid === trackSid) track.muted = true;
    }
  }

  async deleteCall(callName: string): Promise<void> {
    this.note(`delete ${callName}`);
    this.rooms.delete(callName);
  }

  async listCallNames(): Promise<string[]> {
    this.note("list calls");
    return [...this.rooms.keys()];
  }

  async listParticipants(callName: string): Promise<PresentParticipant[]> {
    this.note(`list ${callName}`);
    return this.rooms.get(callName) ?? [];
  }

  private note(line: string): void {
    if (this.isAway) throw new AppError("call-unreachable", { step: line });
    this.log.push(line);
  }
}
