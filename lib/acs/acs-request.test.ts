import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readAcsRequest } from "./acs-request";

const come = (url: string) =>
  readAcsRequest(Object.assign(Readable.from([]), { url, headers: {} }) as IncomingMessage);

test("an address that is longer than any of ours is refused before keys are tried on it", async () => {
  await expect(come(`/rooms?nextLink=${"a".repeat(2_048)}`)).rejects.toMatchObject({ status: 414 });
  expect((await come(`/rooms?nextLink=${"a".repeat(1_024)}`)).path).toEqual(["rooms"]);
});

test("a path that cannot be decoded is refused", async () => {
  await expect(come("/rooms/%")).rejects.toMatchObject({ status: 400 });
});
