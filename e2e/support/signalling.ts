import { randomInt } from "node:crypto";
import type { IncomingMessage } from "node:http";
import {
  AddTrackRequest,
  ClientInfo,
  ClientInfo_SDK,
  ConnectionSettings,
  JoinRequest,
  SignalRequest,
  SignalResponse,
  WrappedJoinRequest,
  type JoinResponse,
  type TrackSource,
  type TrackType,
} from "@livekit/protocol";
import { expect } from "@playwright/test";
import WebSocket from "ws";
import { environment } from "./environment";

type Headers = Record<string, string>;

/** What came of a knock at a signalling path: in, or out with a status and the body's words. */
export type Knock =
  { open: true; line: Signalling } | { open: false; status: number; code: string };

/** The query of LiveKit's own client: the ticket, and a whole join request. */
export function joinQuery(ticket: string, resume: { sid: string } | null = null): string {
  const asked = new JoinRequest({
    clientInfo: new ClientInfo({ sdk: ClientInfo_SDK.JS, version: "2.23.0", protocol: 16 }),
    connectionSettings: new ConnectionSettings({ autoSubscribe: true }),
    reconnect: resume !== null,
    participantSid: resume?.sid ?? "",
  });
  const wrapped = new WrappedJoinRequest({ joinRequest: asked.toBinary() }).toBinary();
  const text = Buffer.from(wrapped).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
  const query = { access_token: ticket, join_request: text };
  return new URLSearchParams(query).toString();
}

/** So many bad tickets come from here that they would be too many from one address. */
const someAddress = () => `127.1.${randomInt(256)}.${randomInt(256)}`;

/** Knocks at an address exactly as it is given; `base` is the product unless told otherwise. */
export function knock(
  target: string,
  headers: Headers = {},
  base = environment.baseUrl,
): Promise<Knock> {
  const socket = new WebSocket(base.replace(/^http/, "ws") + target, {
    headers: { origin: environment.baseUrl, "x-forwarded-for": someAddress(), ...headers },
  });
  return new Promise((resolve, reject) => {
    socket.once("unexpected-response", (_, answer: IncomingMessage) => {
      void readAll(answer).then((code) =>
        resolve({ open: false, status: answer.statusCode ?? 0, code }),
      );
    });
    socket.once("open", () => resolve({ open: true, line: new Signalling(socket) }));
    socket.once("error", reject);
  });
}

/** Knocks as LiveKit's client does with a ticket. */
export function knockWith(ticket: string, resume: { sid: string } | null = null): Promise<Knock> {
  return knock(`/rtc/v1?${joinQuery(ticket, resume)}`);
}

/** The refusal's status and code, or "open" for somebody who got in; they are out again then. */
export async function answerTo(knocked: Promise<Knock>): Promise<string> {
  const answer = await knocked;
  if (!answer.open) return `${answer.status} ${answer.code}`;
  answer.line.cut();
  return "open";
}

/** What LiveKit's client reads when it asks why its ticket failed, or whether it would be good. */
export async function validity(ticket: string): Promise<string> {
  const query = new URLSearchParams({ access_token: ticket });
  const answer = await fetch(`${environment.baseUrl}/rtc/v1/validate?${query}`, {
    headers: { "x-forwarded-for": someAddress() },
  });
  return `${answer.status} ${await answer.text()}`;
}

/** A signalling connection to the media server without any media. */
export class Signalling {
  private readonly heard: SignalResponse["message"][] = [];

  constructor(private readonly socket: WebSocket) {
    socket.on("message", (data: Buffer) =>
      this.heard.push(SignalResponse.fromBinary(new Uint8Array(data)).message),
    );
    socket.on("error", () => socket.terminate());
  }

  /** The media server's welcome. */
  async welcome(): Promise<JoinResponse> {
    await expect.poll(() => this.join, { message: "a welcome" }).toBeDefined();
    return this.join ?? raise("no welcome");
  }

  /** The newest ticket that the media server pushed; clients come back with it. */
  async pushedTicket(): Promise<string> {
    const newest = () => this.heard.findLast(({ case: kind }) => kind === "refreshToken")?.value;
    await expect.poll(newest, { message: "a pushed ticket" }).toBeDefined();
    const ticket = newest();
    return typeof ticket === "string" ? ticket : raise("the pushed ticket is no text");
  }

  /** Asks to send a track. */
  announcesTrack(type: TrackType, source: TrackSource): void {
    const track = new AddTrackRequest({ cid: `${type}-${source}`, type, source });
    this.send({ case: "addTrack", value: track });
  }

  /** The kinds of message that were heard, oldest first. */
  get kinds(): string[] {
    return this.heard.flatMap(({ case: kind }) => kind ?? []);
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** The line goes dead, without a word to the media server, as in a tunnel. */
  cut(): void {
    this.socket.terminate();
  }

  private get join(): JoinResponse | undefined {
    const found = this.heard.find((message) => message.case === "join");
    return found?.case === "join" ? found.value : undefined;
  }

  private send(message: SignalRequest["message"]): void {
    this.socket.send(new SignalRequest({ message }).toBinary());
  }
}

async function readAll(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function raise(message: string): never {
  throw new Error(message);
}
