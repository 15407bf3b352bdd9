import "server-only";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import type { Duplex } from "node:stream";
import next from "next";
import sirv from "sirv";
import { env } from "@/lib/env";
import { logErrorsOf } from "./next-console";

/** The pages and routes below `app/`. */
export type Pages = {
  answer(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
};

const STATIC_PATH = "/_next/static/";

/** Next's pages; in production its static files come from disk, compressed once after the build. */
export async function openPages(dir: string): Promise<Pages> {
  const { NODE_ENV, HOST: hostname, PORT: port, BUILD_DIR } = env();
  const dev = NODE_ENV === "development";
  // Next takes each upgrade of the server it is given, also those that are the gate's. This one
  // never listens: we hand it what is Next's.
  const upgrades = createServer();
  const app = next({
    dev,
    dir,
    hostname,
    port,
    httpServer: upgrades,
    ...(dev && { turbopack: true }),
  });
  await app.prepare();
  // Whoever develops wants to read all of it.
  if (!dev) logErrorsOf(console);
  const handle = app.getRequestHandler();
  const files = dev ? null : staticFiles(path.resolve(dir, BUILD_DIR, "static"));

  return {
    answer(request, response) {
      const url = request.url ?? "/";
      if (!files || !url.startsWith(STATIC_PATH)) return void handle(request, response);
      request.url = url.slice(STATIC_PATH.length - 1);
      files(request, response, () => {
        request.url = url;
        void handle(request, response);
      });
    },
    upgrade(request, socket, head) {
      const isTaken = dev && upgrades.emit("upgrade", request, socket, head);
      if (!isTaken) socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n");
    },
    close: () => app.close(),
  };
}

/** Their names carry a hash of what is in them, so browsers may keep them for ever. */
function staticFiles(folder: string) {
  return sirv(folder, {
    etag: true,
    brotli: true,
    gzip: false,
    immutable: true,
    maxAge: 31_536_000,
    setHeaders: (response) => response.setHeader("x-content-type-options", "nosniff"),
  });
}
