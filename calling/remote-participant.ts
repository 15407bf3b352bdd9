import type { CallPerson } from "@/components/call/call-state";
import type { CallingPerson } from "@/lib/domain/calling/calling-view";
import type {
  CommunicationUserKind,
  ParticipantRole,
  RemoteParticipant,
  RemoteParticipantEvents,
  RemoteParticipantState,
} from "@/public/calling/rostrum-calling";
import { Emitter } from "./emitter";
import { TheirVideoStream } from "./remote-video-stream";
import { roleNameOf } from "./role-names";

/** Somebody else in the call: what the media server shows of them, under the name the room gives. */
export class Participant extends Emitter<RemoteParticipantEvents> implements RemoteParticipant {
  readonly identifier: CommunicationUserKind;
  readonly #camera = new TheirVideoStream(1, "Video");
  readonly #screen = new TheirVideoStream(2, "ScreenSharing");
  readonly videoStreams = [this.#camera, this.#screen] as const;
  state: RemoteParticipantState = "Connected";
  displayName: string;
  role: ParticipantRole;
  isMuted = true;
  isSpeaking = false;

  constructor(
    rawId: string,
    { name, role }: Pick<CallingPerson, "name" | "role">,
    readonly mute: () => Promise<void>,
  ) {
    super();
    this.identifier = { kind: "communicationUser", communicationUserId: rawId };
    this.displayName = name;
    this.role = roleNameOf(role);
  }

  take({ name, role }: CallingPerson, seen: CallPerson): void {
    this.#camera.take(seen.camera);
    this.#screen.take(seen.screen);
    if (this.displayName !== name) {
      this.displayName = name;
      this.emit("displayNameChanged");
    }
    if (this.role !== roleNameOf(role)) {
      this.role = roleNameOf(role);
      this.emit("roleChanged");
    }
    if (this.isMuted === seen.hasMicrophoneOn) {
      this.isMuted = !seen.hasMicrophoneOn;
      this.emit("isMutedChanged");
    }
    if (this.isSpeaking !== seen.isSpeaking) {
      this.isSpeaking = seen.isSpeaking;
      this.emit("isSpeakingChanged");
    }
  }

  leave(): void {
    this.#camera.take(null);
    this.#screen.take(null);
    this.state = "Disconnected";
    this.emit("stateChanged");
  }
}
