import type { DeviceKind } from "./device-fault";

/** What somebody has chosen; ids are null where the browser chooses. */
export type Choices = Record<DeviceKind, { isWanted: boolean; deviceId: string | null }> & {
  speakerId: string | null;
};

/**
 * The choices for one room in this tab. They outlive a reload, so that nobody who had switched their
 * camera off is seen after it, and end with the tab. A browser that keeps nothing forgets them.
 */
export class KeptChoices {
  readonly #name: string;

  constructor(roomId: string) {
    this.#name = `devices of ${roomId}`;
  }

  read(): Choices | null {
    try {
      // Nobody else writes there.
      return JSON.parse(sessionStorage.getItem(this.#name) ?? "null") as Choices | null;
    } catch {
      return null;
    }
  }

  keep(choices: Choices): void {
    try {
      sessionStorage.setItem(this.#name, JSON.stringify(choices));
    } catch {
      // Full, or not allowed.
    }
  }
}
