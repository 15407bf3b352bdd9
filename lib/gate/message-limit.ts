import "server-only";
import { Transform, type TransformCallback } from "node:stream";

/** The largest signalling message; offers of large calls stay well below. */
export const MAX_MESSAGE_BYTES = 512 * 1024;

/** Where a reader of WebSocket frames (RFC 6455 §5.2) stands. */
type State = { header: number[]; payloadLeft: number; messageBytes: number; isLast: boolean };

/**
 * Passes a client's WebSocket bytes on and stops at the first message that is too large: LiveKit
 * v1.13.5 sets itself no limit. Compression is never agreed on, so sizes are what they say.
 */
export class MessageLimit extends Transform {
  private readonly state: State = { header: [], payloadLeft: 0, messageBytes: 0, isLast: true };

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    if (isWithinLimit(this.state, chunk)) done(null, chunk);
    else done(new Error("A signalling message is too large."));
  }
}

function isWithinLimit(state: State, chunk: Buffer): boolean {
  let at = 0;
  while (at < chunk.length) {
    if (state.payloadLeft > 0) {
      const taken = Math.min(state.payloadLeft, chunk.length - at);
      state.payloadLeft -= taken;
      at += taken;
      continue;
    }
    state.header.push(chunk.readUInt8(at));
    at += 1;
    const frame = readHeader(state.header);
    if (!frame) continue;
    state.header = [];
    // A control frame may stand between the parts of a message and is no part of it.
    if (!frame.isControl) {
      state.messageBytes = (state.isLast ? 0 : state.messageBytes) + frame.length;
      state.isLast = frame.isFinal;
    }
    if (frame.length > MAX_MESSAGE_BYTES || state.messageBytes > MAX_MESSAGE_BYTES) return false;
    state.payloadLeft = frame.length;
  }
  return true;
}

/** A frame's header; null while bytes of it are missing. */
function readHeader(bytes: readonly number[]) {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return null;
  const short = second & 0x7f;
  const lengthBytes = short === 127 ? 8 : short === 126 ? 2 : 0;
  const maskBytes = second & 0x80 ? 4 : 0;
  if (bytes.length < 2 + lengthBytes + maskBytes) return null;
  const length = lengthBytes
    ? bytes.slice(2, 2 + lengthBytes).reduce((sum, byte) => sum * 256 + byte, 0)
    : short;
  return { length, isFinal: (first & 0x80) !== 0, isControl: (first & 0x08) !== 0 };
}
