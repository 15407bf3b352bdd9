import type {
  Call,
  CallAgent,
  CollectionUpdatedEvent,
  CommunicationTokenCredential,
  JoinCallOptions,
} from "@/public/calling/rostrum-calling";
import type { Devices } from "./device-manager";
import { Emitter } from "./emitter";
import { RoomCall } from "./room-call";
import { CallingService } from "./service";

const DEVICE_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz";

export type AgentParts = {
  endpoint: URL;
  credential: CommunicationTokenCredential;
  devices: Devices;
  displayName: string | undefined;
};

/** One user on one page: what joins rooms. To the server it is one device. */
export class RoomAgent
  extends Emitter<{ callsUpdated: CollectionUpdatedEvent<Call> }>
  implements CallAgent
{
  readonly kind = "CallAgent";
  readonly displayName: string | undefined;
  readonly #devices: Devices;
  readonly #service: CallingService;
  readonly #calls = new Set<RoomCall>();
  #isDisposed = false;

  constructor({ endpoint, credential, devices, displayName }: AgentParts) {
    super();
    this.displayName = displayName;
    this.#devices = devices;
    this.#service = new CallingService(endpoint, credential, newDeviceId());
  }

  get calls(): readonly Call[] {
    return [...this.#calls];
  }

  join({ roomId }: { roomId: string }, options: JoinCallOptions = {}): Call {
    if (this.#isDisposed) throw new Error("This agent was disposed of");
    const call: RoomCall = new RoomCall({
      service: this.#service,
      devices: this.#devices,
      roomId,
      displayName: this.displayName,
      options,
      loadMedia: () => import("./media-call").catch(() => null),
      onOver: () => {
        this.#calls.delete(call);
        this.emit("callsUpdated", { added: [], removed: [call] });
      },
    });
    this.#calls.add(call);
    this.emit("callsUpdated", { added: [call], removed: [] });
    return call;
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    await Promise.all(this.calls.map((call) => call.hangUp()));
  }
}

/** Sixteen signs, as the server names devices. */
function newDeviceId(): string {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(random, (byte) => DEVICE_SIGNS[byte % DEVICE_SIGNS.length]).join("");
}
