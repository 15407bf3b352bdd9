import { once } from "node:events";
import { createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { environment } from "./environment";

const KEPT = /^(connection|upgrade|sec-websocket-(key|version|protocol))$/i;

/**
 * An address at which a native client reaches the product in a browser's way: it shows its ticket in
 * a header, which the gate refuses; browsers show it in the query.
 */
export async function browserWays(): Promise<{ url: string; close(): void }> {
  const server = createServer((asked, answer) => {
    const onward = passOn(asked);
    onward.on("response", (theirs) => {
      answer.writeHead(theirs.statusCode ?? 502);
      theirs.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
  });
  server.on("upgrade", (asked, socket, first) => {
    socket.on("error", () => socket.destroy());
    const onward = passOn(asked);
    onward.on("upgrade", (answer, theirs, theirFirst) => {
      socket.write(headOf(answer));
      socket.write(theirFirst);
      theirs.write(first);
      theirs.on("error", () => theirs.destroy());
      theirs.on("close", () => socket.destroy());
      socket.on("close", () => theirs.destroy());
      theirs.pipe(socket).pipe(theirs);
    });
    onward.on("response", (answer) => {
      socket.write(headOf(answer));
      answer.pipe(socket);
    });
    onward.on("error", () => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

function passOn({ url = "/", method, headers }: IncomingMessage) {
  const target = new URL(url, environment.baseUrl);
  const ticket = headers.authorization?.replace(/^Bearer /, "");
  if (ticket) target.searchParams.set("access_token", ticket);
  const kept = Object.entries(headers).filter(([name]) => KEPT.test(name));
  const onward = request(target, { method, headers: Object.fromEntries(kept) });
  onward.end();
  return onward;
}

function headOf({ statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const lines = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : [],
  );
  return `HTTP/1.1 ${statusCode} ${statusMessage}\r\n${lines.join("\r\n")}\r\n\r\n`;
}
