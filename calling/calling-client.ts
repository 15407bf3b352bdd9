import type {
  CallAgent,
  CommunicationTokenCredential,
  DeviceManager,
} from "@/public/calling/rostrum-calling";
import { Devices } from "./device-manager";
import { RoomAgent } from "./room-agent";

/** The start of everything: agents and devices. */
export class CallingClient {
  readonly #endpoint: URL;
  readonly #devices = new Devices();

  constructor({ endpoint = import.meta.url }: { endpoint?: string } = {}) {
    this.#endpoint = new URL("/", endpoint);
  }

  async createCallAgent(
    credential: CommunicationTokenCredential,
    { displayName }: { displayName?: string } = {},
  ): Promise<CallAgent> {
    // A credential that gives no token says so now and not when somebody joins.
    await credential.getToken();
    return new RoomAgent({
      endpoint: this.#endpoint,
      credential,
      devices: this.#devices,
      displayName,
    });
  }

  async getDeviceManager(): Promise<DeviceManager> {
    return this.#devices;
  }
}
