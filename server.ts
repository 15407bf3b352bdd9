import "server-only";
import { startConductor } from "@/lib/conductor/start-conductor";
import { pool } from "@/lib/data/client";
import { env } from "@/lib/env";
import { startJobs } from "@/lib/jobs/start-jobs";
import { announce } from "@/lib/live/announce";
import { onAnyRoomChange } from "@/lib/live/room-hub";
import { liveKitCalls } from "@/lib/livekit/calls";
import { log } from "@/lib/log";
import { listen } from "@/lib/serve/listen";
import { openGate } from "@/lib/serve/open-gate";
import { openPages } from "@/lib/serve/pages";
import { stopOnSignal } from "@/lib/serve/stop-on-signal";
import { watchSurroundings } from "@/lib/serve/watch-surroundings";

const { ROLE, HOST, PORT } = env();

await watchSurroundings();

const isWeb = ROLE !== "worker";
const isWorker = ROLE !== "web";

const pages = isWeb ? await openPages(process.cwd()) : null;
const server = await listen({ gate: isWeb ? openGate() : null, pages });
const conductor = isWorker
  ? startConductor({ calls: liveKitCalls, announce, onRoomChange: onAnyRoomChange })
  : null;
const jobs = isWorker ? await startJobs() : null;

stopOnSignal([
  () => server.close(),
  () => conductor?.stop(),
  () => jobs?.stop(),
  () => pages?.close(),
  () => pool().$disconnect(),
]);

log.info({ role: ROLE, host: HOST, port: PORT }, "ready");
