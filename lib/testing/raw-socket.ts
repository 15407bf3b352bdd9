import { once } from "node:events";
import net from "node:net";

/** A client that says exactly what it is told, as an attacker would. */
export async function rawSocket(port: number) {
  const socket = net.connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.on("error", () => socket.destroy());
  let text = "";
  socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
  const closed = once(socket, "close");

  return {
    send: (bytes: string | Buffer) => socket.write(bytes),
    /** Everything received, as soon as `pattern` stands in it or the other side has closed. */
    async until(pattern: RegExp): Promise<string> {
      while (!pattern.test(text) && !socket.closed) {
        await Promise.race([once(socket, "data"), closed]);
      }
      return text;
    },
    /** Everything received until the other side closed. */
    async rest(): Promise<string> {
      await closed;
      return text;
    },
    close: () => socket.destroy(),
  };
}

/** The head of a request to upgrade to WebSocket. */
export function upgradeHead(target: string, headers: Record<string, string> = {}): string {
  const all = {
    host: "127.0.0.1",
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `GET ${target} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`;
}
