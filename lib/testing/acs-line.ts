import { request as send } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { listenForAcs } from "@/lib/acs/listener";
import { ACS_HOST, sign, type buildAcsWorld } from "./acs-world";

type World = Awaited<ReturnType<typeof buildAcsWorld>>;

export type Asked = {
  method: string;
  target: string;
  /** Text goes as it is, everything else as JSON. */
  body?: unknown;
  /** They take the place of those that sign it. */
  headers?: Record<string, string>;
  host?: string;
};

export type Answered = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  json: unknown;
};

/** A port of loopback that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The wire of a world on its own port, without TLS, as behind a proxy. */
export async function openAcsLine({ outside, resource }: World, port: number) {
  const listener = await listenForAcs(outside);
  const ask = ({ method, target, body, headers, host = ACS_HOST }: Asked): Promise<Answered> => {
    const text = typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);
    const bytes = Buffer.from(text);
    const signed = sign({ method, target, bytes, host, key: resource.keys.primary });
    return exchange(port, { method, target, bytes, headers: { ...signed, ...headers } });
  };
  return { ask, close: () => listener.close() };
}

function exchange(
  port: number,
  asked: { method: string; target: string; bytes: Buffer; headers: Record<string, string> },
): Promise<Answered> {
  const { method, target, bytes, headers } = asked;
  return new Promise((resolve, reject) => {
    const request = send({ port, method, path: target, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        const json: unknown = text ? JSON.parse(text) : null;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, json });
      });
    });
    request.on("error", reject).end(bytes);
  });
}
