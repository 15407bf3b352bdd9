import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

/**
 * Stands in for the media server: notes each request and either agrees to speak WebSocket and sends
 * back what it gets, or answers with `refusal`.
 */
export async function mediaEcho() {
  const seen: IncomingMessage[] = [];
  const sockets = new Set<Duplex>();
  const echo = { refusal: null as number | null };
  const server = createServer((request, response) => {
    seen.push(request);
    response.writeHead(echo.refusal ?? 404, { "x-inner": "secret" }).end(request.url);
  });
  server.on("upgrade", (request, socket, head) => {
    seen.push(request);
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    if (echo.refusal) {
      // Kept alive, as LiveKit does: whatever follows would be read as a next request.
      socket.write(`HTTP/1.1 ${echo.refusal} No\r\ncontent-length: 2\r\n\r\nno`);
      socket.on("data", () => seen.push(request));
      return;
    }
    socket.write(
      "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n",
    );
    socket.write("sec-websocket-accept: accepted\r\nx-inner: secret\r\n\r\n");
    if (head.length) socket.write(head);
    socket.pipe(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return Object.assign(echo, {
    url: `http://127.0.0.1:${port}`,
    seen,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  });
}
