import { randomUUID } from "node:crypto";
import { answerRequest } from "@/lib/acs/answer-request";
import { insertAcsResource } from "@/lib/data/acs-resources";
import { database } from "@/lib/data/client";
import { forgetAcsResources } from "@/lib/data/known-acs-resources";
import { toRawId } from "@/lib/domain/acs/raw-id";
import { bytesOf, sign, type Asked } from "./acs-exchange";
import { buildOrganization } from "./clinic-builder";
import { FakeCalls } from "./fake-calls";

export const ACS_HOST = "localhost:3443";

type Sent = Asked & {
  /** Another key than the resource's own. */
  key?: Buffer;
};

/** An organization with a resource, and a program that signs its requests as JavaScript's clients do. */
export async function buildAcsWorld() {
  const { id: organizationId } = await buildOrganization();
  const resource = await insertAcsResource(database(), organizationId, "Portal");
  forgetAcsResources();
  const calls = new FakeCalls();
  const announced: string[] = [];
  const outside = { calls, announce: (roomId: string) => void announced.push(roomId) };

  async function send({ method, target, body, headers = {}, key = resource.keys.primary }: Sent) {
    const bytes = bytesOf(body);
    const [path = "", query = ""] = target.split("?");
    const signed = sign({ method, target, bytes, key, host: ACS_HOST });
    const reply = await answerRequest(
      {
        ...{ method, target, body: bytes },
        path: path.split("/").filter(Boolean).map(decodeURIComponent),
        query: new URLSearchParams(query),
        headers: { ...signed, ...headers },
      },
      outside,
    );
    return { ...reply, json: JSON.parse(JSON.stringify(reply.body ?? null)) };
  }

  return {
    ...{ organizationId, resource, calls, announced, outside, send },
    rooms: (method: string, rest = "", body?: unknown, version = "2025-03-13") =>
      send({ method, target: `/rooms${rest}?api-version=${version}`, body }),
    identities: (method: string, rest = "", body?: unknown) =>
      send({ method, target: `/identities${rest}?api-version=2023-10-01`, body }),
    /** An id of somebody whom nobody knows yet. */
    someone: () => toRawId({ resourceId: resource.id, userId: randomUUID() }),
  };
}
