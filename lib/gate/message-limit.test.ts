import { once } from "node:events";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_MESSAGE_BYTES, MessageLimit } from "./message-limit";

type Frame = { length: number; isFinal?: boolean; opcode?: number };

function frame({ length, isFinal = true, opcode = 1 }: Frame, payload = length): Buffer {
  const first = (isFinal ? 0x80 : 0) | opcode;
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  header.writeUInt8(first, 0);
  header.writeUInt8(0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127), 1);
  if (header.length === 4) header.writeUInt16BE(length, 2);
  if (header.length === 10) header.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([header, Buffer.alloc(4 + payload, 7)]);
}

/** What comes out, or null when the limit stopped it. */
async function pass(chunks: Buffer[]): Promise<Buffer | null> {
  const limit = new MessageLimit();
  const out: Buffer[] = [];
  limit.on("data", (chunk: Buffer) => out.push(chunk));
  for (const chunk of chunks) limit.write(chunk);
  limit.end();
  try {
    await once(limit, "end");
    return Buffer.concat(out);
  } catch {
    return null;
  }
}

test.each([
  ["one frame", [frame({ length: MAX_MESSAGE_BYTES + 1 }, 10)]],
  ["a frame of 2^62 bytes", [frame({ length: 2 ** 62 }, 10)]],
  [
    "parts",
    [
      frame({ length: MAX_MESSAGE_BYTES, isFinal: false }),
      frame({ length: 5, opcode: 9 }),
      frame({ length: 1, opcode: 0 }),
    ],
  ],
])("a message that is too large as %s stops the pipe", async (_, chunks) => {
  expect(await pass(chunks)).toBeNull();
});

test("messages of the largest size pass, one after another", async () => {
  const whole = frame({ length: MAX_MESSAGE_BYTES });
  expect(await pass([whole, whole])).toHaveLength(2 * whole.length);
});

test("however the bytes are cut, small messages pass unchanged", async () => {
  const small = fc.record({
    length: fc.constantFrom(0, 1, 125, 126, 127, 3_000, 70_000),
    isFinal: fc.boolean(),
    opcode: fc.constantFrom(0, 1, 2, 8, 9),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(small, { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 20 }),
      async (frames, cuts) => {
        const bytes = Buffer.concat(frames.map((each) => frame(each)));
        const chunks = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const length = cuts[turn % cuts.length] ?? 1;
          chunks.push(bytes.subarray(at, at + length));
          at += length;
        }
        expect((await pass(chunks))?.equals(bytes)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
