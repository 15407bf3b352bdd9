import type { ParticipantRole } from "@azure/communication-rooms";
import { acsClients } from "./acs";

/** Somebody whom a program knows: what it made with the SDK for identities. */
export type ProgramUser = { communicationUserId: string; token: string; name: string };

/** A program written for ACS Rooms, that has our connection string. */
export class Program {
  readonly #clients = acsClients();

  async makeUser(name: string): Promise<ProgramUser> {
    const { user, token } = await this.#clients.identity.createUserAndToken(["voip"]);
    return { ...user, token, name };
  }

  /** A room that is open now, or opens in so many minutes, and lasts an hour; its id. */
  async makeRoom(
    roster: [ProgramUser, ParticipantRole][],
    { opensInMinutes = -1 }: { opensInMinutes?: number } = {},
  ): Promise<string> {
    const validFrom = new Date(Date.now() + opensInMinutes * 60_000);
    const { id } = await this.#clients.rooms.createRoom({
      validFrom,
      validUntil: new Date(validFrom.getTime() + 60 * 60_000),
      participants: roster.map(([user, role]) => ({ id: user, role })),
    });
    return id;
  }

  async setRole(roomId: string, user: ProgramUser, role: ParticipantRole): Promise<void> {
    await this.#clients.rooms.addOrUpdateParticipants(roomId, [{ id: user, role }]);
  }

  async takeOff(roomId: string, user: ProgramUser): Promise<void> {
    await this.#clients.rooms.removeParticipants(roomId, [user]);
  }

  async deleteRoom(roomId: string): Promise<void> {
    await this.#clients.rooms.deleteRoom(roomId);
  }
}
