import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { logErrorsOf } from "./next-console";

/** What stands in the log, and what still goes to the console, after `said` was written there. */
function written(...said: unknown[]) {
  const [lines, left]: [unknown[], unknown[]] = [[], []];
  const target = { error: (...parts: unknown[]) => void left.push(...parts) };
  const keep = (...line: unknown[]) => void lines.push(line);
  logErrorsOf(target, { info: keep, error: keep });
  target.error(...said);
  return { lines, left };
}

/** The error that Node gives for a body that breaks off. */
async function brokenOff(): Promise<unknown> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
  client.write("POST / HTTP/1.1\r\nHost: x.example\r\nContent-Length: 9\r\n\r\nhalf");
  const [request] = (await once(server, "request")) as [IncomingMessage];
  request.resume();
  const failed = once(request, "error");
  client.resetAndDestroy();
  const [error] = await failed;
  server.close();
  return error;
}

test("what fails in a page is one line of the log", () => {
  const error = new Error("a page's own");
  expect(written(" ⨯", error)).toEqual({ lines: [[{ err: error }, "a page failed"]], left: [] });
});

test("a body that breaks off is no failure, and its line says nothing of who sent it", async () => {
  const error = await brokenOff();
  expect(error).toBeInstanceOf(Error);
  expect(written(error)).toEqual({ lines: [["a request broke off"]], left: [] });
});

test("a connection of our own that is reset is a failure", () => {
  const error = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  expect(written(error).lines).toEqual([[{ err: error }, "a page failed"]]);
});

test("text is left as it is", () =>
  expect(written("ready", 3000)).toEqual({ lines: [], left: ["ready", 3000] }));
