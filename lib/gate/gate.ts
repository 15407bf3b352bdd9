import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { clientAddressOf } from "@/lib/client-address";
import { log } from "@/lib/log";
import { askGate, type GateKeeper } from "./ask-gate";
import { BAD_REQUEST, SHUTTING_DOWN } from "./gate-refusal";
import { isConnectPath, isOwnRequest, pathOf, type GateRequest } from "./gate-request";
import { OpenPipes } from "./open-pipes";
import { openPipe } from "./pipe";
import { answerValidate, refuseUpgrade } from "./refuse";

export type GateOptions = GateKeeper & {
  /** The media server as this process reaches it. */
  mediaUrl: string;
};

/** The only way from browsers to LiveKit's signalling. */
export class Gate {
  private readonly pipes = new OpenPipes();
  private isShut = false;

  constructor(private readonly options: GateOptions) {}

  /** Answers a request that is no upgrade: the client asks so why its upgrade failed. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = toGateRequest(request);
    if (isConnectPath(pathOf(asked.target))) {
      const isOurs = isOwnRequest(asked, this.options.publicUrl);
      return answerValidate(response, BAD_REQUEST, isOurs ? asked.origin : null);
    }
    const answer = await askGate(asked, this.options);
    if (!answer.open) noteRefusal(answer.refusal.code);
    const result = answer.open ? ({ status: 200, code: "success" } as const) : answer.refusal;
    answerValidate(response, result, answer.reader);
  }

  /** Answers a request to upgrade: refuses it, or joins it to LiveKit. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on("error", () => socket.destroy());
    if (this.isShut) return refuseUpgrade(socket, SHUTTING_DOWN);
    const asked = toGateRequest(request);
    if (!isPlainWebSocket(request) || !isConnectPath(pathOf(asked.target))) {
      return refuseUpgrade(socket, BAD_REQUEST);
    }
    const answer = await askGate(asked, this.options);
    if (!answer.open) {
      noteRefusal(answer.refusal.code);
      return refuseUpgrade(socket, answer.refusal);
    }
    if (socket.destroyed) return;
    const { ticket } = answer;
    const forget = this.pipes.add(ticket, () => socket.destroy());
    socket.once("close", forget);
    openPipe({ request, socket, head, address: asked.address }, ticket, this.options.mediaUrl, () =>
      this.options.onPassed(ticket.callName),
    );
  }

  /** Closes the signalling of one identity, or of everybody in a call. Their media is not ended by it. */
  closePipes(callName: string, identity?: string): void {
    this.pipes.close(callName, identity);
  }

  /** Lets nobody through any more and closes every pipe; clients connect again elsewhere. */
  shut(): void {
    this.isShut = true;
    this.pipes.closeAll();
  }
}

function toGateRequest({ method, url, headers, socket }: IncomingMessage): GateRequest {
  return {
    method: method ?? "GET",
    target: url ?? "/",
    origin: headers.origin ?? null,
    host: headers.host ?? null,
    authorization: headers.authorization ?? null,
    address: clientAddressOf({ headers, socket }),
  };
}

/** An upgrade to WebSocket and to nothing else, without a body. */
function isPlainWebSocket({ headers }: IncomingMessage): boolean {
  return (
    headers.upgrade?.toLowerCase() === "websocket" &&
    headers["sec-websocket-version"] === "13" &&
    Boolean(headers["sec-websocket-key"]) &&
    headers["content-length"] === undefined &&
    headers["transfer-encoding"] === undefined
  );
}

function noteRefusal(code: string): void {
  log.info({ code }, "the gate refused");
}
