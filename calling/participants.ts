import type { CallPerson } from "@/components/call/call-state";
import type { CallingPerson } from "@/lib/domain/calling/calling-view";
import { Participant } from "./remote-participant";

export type ParticipantsChange = { added: Participant[]; removed: Participant[] };

/**
 * Everybody else in a call. Somebody is in the list once the media server shows them and the room
 * says who they are, whichever comes last.
 */
export class Participants {
  readonly #bySeat = new Map<string, Participant>();

  constructor(private readonly mute: (rawId: string) => Promise<void>) {}

  get list(): readonly Participant[] {
    return [...this.#bySeat.values()];
  }

  /** Takes what is so now. Null when nobody came or went. */
  take(seen: readonly CallPerson[], known: readonly CallingPerson[]): ParticipantsChange | null {
    const facts = new Map(known.map((person) => [person.seatId, person]));
    const added: Participant[] = [];
    for (const person of seen) {
      const about = facts.get(person.seatId);
      if (!about) continue;
      const there = this.#bySeat.get(person.seatId);
      const participant = there ?? this.#add(about);
      if (!there) added.push(participant);
      participant.take(about, person);
    }
    const removed = this.#dropAllBut(new Set(seen.map(({ seatId }) => seatId)));
    return added.length + removed.length > 0 ? { added, removed } : null;
  }

  #add(about: CallingPerson): Participant {
    const { seatId, rawId } = about;
    const participant = new Participant(rawId, about, () => this.mute(rawId));
    this.#bySeat.set(seatId, participant);
    return participant;
  }

  #dropAllBut(seatIds: ReadonlySet<string>): Participant[] {
    const gone = [...this.#bySeat].filter(([seatId]) => !seatIds.has(seatId));
    return gone.map(([seatId, participant]) => {
      this.#bySeat.delete(seatId);
      participant.leave();
      return participant;
    });
  }
}
