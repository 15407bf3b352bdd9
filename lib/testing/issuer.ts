import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from "jose";

const KEYS_PATH = "/keys";

/** What an issuer answers instead of what it should; nothing at all where it never does. */
type Answer = (response: ServerResponse) => void;

/** An issuer of bearer tokens on loopback whose keys change and which can be out of order. */
export async function startIssuer() {
  const state: { keys: JWK[]; instead: Answer | undefined } = { keys: [], instead: undefined };
  const asked: string[] = [];
  const secrets = new Map<string, CryptoKey>();
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    if (state.instead) return state.instead(response);
    const discovery = { issuer, jwks_uri: `${issuer}${KEYS_PATH}` };
    response.end(JSON.stringify(path === KEYS_PATH ? { keys: state.keys } : discovery));
  });
  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const issuer = `http://127.0.0.1:${port}`;

  const goAway = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return {
    ...{ issuer, state, goAway },
    comeBack: () => listen(port),
    keysAsked: () => asked.filter((path) => path === KEYS_PATH).length,
    /** From now on it signs with this key and names no other. */
    async rotateTo(kid: string): Promise<void> {
      const { publicKey, privateKey } = await generateKeyPair("ES256");
      secrets.set(kid, privateKey);
      state.keys = [{ ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" }];
    },
    /** A token that is good for ten minutes, but for what `claims` say. */
    async sign(kid: string, claims: JWTPayload): Promise<string> {
      const secret = secrets.get(kid);
      if (!secret) throw new Error(`the issuer never had the key ${kid}`);
      return new SignJWT({ iss: issuer, exp: Math.floor(Date.now() / 1000) + 600, ...claims })
        .setProtectedHeader({ alg: "ES256", kid })
        .sign(secret);
    },
  };
}
