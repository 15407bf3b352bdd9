import { startJobs } from "@/lib/jobs/start-jobs";

// What a worker process does, for tests that kill one. Bundled and started by `worker-process.ts`.
void startJobs();
