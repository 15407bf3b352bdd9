import "server-only";
import { callEndpoints } from "./calls/call-endpoints";
import { decisionEndpoints } from "./decisions/decision-endpoints";
import type { Endpoint } from "./endpoint";
import { keyEndpoints } from "./key/key-endpoints";
import { linkEndpoints } from "./links/link-endpoints";
import { peopleEndpoints } from "./people/people-endpoints";
import { recordEndpoints } from "./record/record-endpoints";
import { roomChangeEndpoints } from "./rooms/room-change-endpoints";
import { roomEndpoints } from "./rooms/room-endpoints";
import { rosterEndpoints } from "./roster/roster-endpoints";
import { deliveryEndpoints } from "./webhooks/delivery-endpoints";
import { webhookEndpoints } from "./webhooks/webhook-endpoints";

/** Every operation of the API. Routes answer what stands here, and the document tells of it. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...keyEndpoints,
  ...roomEndpoints,
  ...roomChangeEndpoints,
  ...rosterEndpoints,
  ...linkEndpoints,
  ...decisionEndpoints,
  ...callEndpoints,
  ...recordEndpoints,
  ...peopleEndpoints,
  ...webhookEndpoints,
  ...deliveryEndpoints,
];
