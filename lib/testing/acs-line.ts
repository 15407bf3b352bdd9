import { createServer, type AddressInfo } from "node:net";
import { listenForAcs } from "@/lib/acs/listener";
import { bytesOf, exchange, sign, type Asked } from "./acs-exchange";
import { ACS_HOST, type buildAcsWorld } from "./acs-world";

type World = Awaited<ReturnType<typeof buildAcsWorld>>;

/** `host` is the name under which it reaches us; the usual one unless another is given. */
export type AskedOnLine = Asked & { host?: string };

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
  const ask = ({ method, target, body, headers, host = ACS_HOST }: AskedOnLine) => {
    const bytes = bytesOf(body);
    const signed = sign({ method, target, bytes, host, key: resource.keys.primary });
    const sent = { method, target, headers: { ...signed, ...headers } };
    return exchange(`http://127.0.0.1:${port}`, bytes, sent);
  };
  return { ask, close: () => listener.close() };
}
