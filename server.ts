import "server-only";
import { POST as hearMediaServer } from "@/app/api/livekit/webhook/route";
import { POST as admit } from "@/app/room/[roomId]/admit/route";
import { POST as join } from "@/app/room/[roomId]/join/route";
import { GET as live } from "@/app/room/[roomId]/live/route";
import { POST as remove } from "@/app/room/[roomId]/remove/route";
import { POST as changeRole } from "@/app/room/[roomId]/role/route";
import { GET as state } from "@/app/room/[roomId]/state/route";
import { listenForAcs } from "@/lib/acs/listener";
import { startConductor } from "@/lib/conductor/start-conductor";
import { pool } from "@/lib/data/client";
import { startJobs } from "@/lib/jobs/start-jobs";
import { announce, flushAnnouncements } from "@/lib/live/announce";
import { onAnyRoomChange } from "@/lib/live/room-hub";
import { liveKitCalls } from "@/lib/livekit/calls";
import { log } from "@/lib/log";
import { listen } from "@/lib/serve/listen";
import { openGate } from "@/lib/serve/open-gate";
import { openPages } from "@/lib/serve/pages";
import { requireEnvironment } from "@/lib/serve/require-environment";
import { stopOnSignal } from "@/lib/serve/stop-on-signal";
import { watchSurroundings } from "@/lib/serve/watch-surroundings";
import { quickRoutes } from "@/lib/web/quick-routes";

const { ROLE, HOST, PORT, ACS_PORT, NODE_ENV } = requireEnvironment();

const QUICK_ROUTES = [
  { method: "POST", path: "/room/[roomId]/join", handler: join },
  { method: "GET", path: "/room/[roomId]/state", handler: state },
  { method: "GET", path: "/room/[roomId]/live", handler: live },
  { method: "POST", path: "/room/[roomId]/admit", handler: admit },
  { method: "POST", path: "/room/[roomId]/remove", handler: remove },
  { method: "POST", path: "/room/[roomId]/role", handler: changeRole },
  { method: "POST", path: "/api/livekit/webhook", handler: hearMediaServer },
] as const;

await watchSurroundings();

const isWeb = ROLE !== "worker";
const isWorker = ROLE !== "web";

const pages = isWeb ? await openPages(process.cwd()) : null;
const server = await listen({
  gate: isWeb ? openGate() : null,
  // Only Next loads changed files anew while it runs.
  quick: isWeb && NODE_ENV === "production" ? quickRoutes(QUICK_ROUTES) : null,
  pages,
});
const acs = isWeb && ACS_PORT ? await listenForAcs({ calls: liveKitCalls, announce }) : null;
const conductor = isWorker
  ? startConductor({ calls: liveKitCalls, announce, onRoomChange: onAnyRoomChange })
  : null;
const jobs = isWorker ? await startJobs() : null;

stopOnSignal([
  () => server.close(),
  () => acs?.close(),
  () => conductor?.stop(),
  () => jobs?.stop(),
  () => pages?.close(),
  flushAnnouncements,
  () => pool().$disconnect(),
]);

log.info({ role: ROLE, host: HOST, port: PORT }, "ready");
