import { beforeEach } from "vitest";
import { database } from "@/lib/data/client";
import type { Attempt, Dispatch } from "@/lib/domain/webhook/attempt";
import type { Context, MemberActor } from "@/lib/operations/context";
import { createEndpoint } from "@/lib/operations/webhooks/create-endpoint";
import { deliverWebhook } from "@/lib/operations/webhooks/deliver-webhook";
import { listDeliveries } from "@/lib/operations/webhooks/list-deliveries";
import { buildMember, buildOrganization } from "./clinic-builder";
import { buildPlannerContext } from "./planner-context-builder";

export const NOW = new Date("2027-03-09T14:00:00Z");
export const HOUR_MS = 3_600_000;
export const URL_OF_HOOK = "https://example.org/hook";

/** Outcomes of a try, as a sender tells of them. */
export const TOOK_IT: Attempt = { status: 204, error: null, ms: 9 };
export const FAILED: Attempt = { status: 500, error: "bad-status", ms: 9 };

/** So many milliseconds after `NOW`. */
export const after = (ms: number) => new Date(NOW.getTime() + ms);

type Job = { deliveryId: string; round: number; startAfter: Date };

/**
 * For each test an organization whose one endpoint wants every event, its owner, and a worker whose
 * sender only notes what it is given and answers with `outcome`.
 */
export function useWebhookWorld() {
  const world = {
    sent: new Array<Dispatch>(),
    outcome: TOOK_IT,
    /** Until when whoever is asked keeps the sender waiting. */
    isAnswering: Promise.resolve(),
    owner: undefined as unknown as Context<MemberActor>,
    organizationId: "",
    endpointId: "",
    secret: "",
    system,
    jobs,
    lastJob,
    deliver: async (now = NOW, endpointId?: string) =>
      deliverWebhook(system(now), await lastJob(endpointId)),
    /** The newest line of the endpoint's log. */
    newest: async () => {
      const page = { after: null, limit: 1, state: null, type: null };
      return (await listDeliveries(world.owner, world.endpointId, page)).deliveries[0];
    },
  };

  function system(now = NOW) {
    const send = async (dispatch: Dispatch) => {
      world.sent.push(dispatch);
      await world.isAnswering;
      return world.outcome;
    };
    return { actor: { kind: "system" } as const, now, random: () => 0, webhooks: { send } };
  }

  /** The jobs of an endpoint's deliveries, in the order in which they were written. */
  function jobs(endpointId = world.endpointId): Promise<Job[]> {
    return database().$queryRaw<Job[]>`
      SELECT d.id AS "deliveryId", (j.data->>'round')::int AS round, j.start_after AS "startAfter"
      FROM rostrum_jobs.job j JOIN webhook_deliveries d ON d.id = (j.data->>'deliveryId')::uuid
      WHERE d.endpoint_id = ${endpointId}::uuid ORDER BY j.created_on, j.data->>'round'`;
  }

  async function lastJob(endpointId?: string): Promise<Job> {
    const job = (await jobs(endpointId)).at(-1);
    if (!job) throw new Error("no job was written");
    return job;
  }

  beforeEach(async () => {
    world.sent.length = 0;
    world.outcome = TOOK_IT;
    world.organizationId = (await buildOrganization()).id;
    world.owner = buildPlannerContext(await buildMember(world.organizationId), NOW);
    const made = await createEndpoint(world.owner, { url: URL_OF_HOOK, events: [] });
    world.secret = made.secret;
    world.endpointId = made.endpoint.id;
  });

  return world;
}
