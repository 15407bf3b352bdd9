// The part of autocannon that is used here; it comes without types.
declare module "autocannon" {
  type Request = {
    method: string;
    path: string;
    headers?: Record<string, string>;
    body?: string;
  };
  type Options = {
    url: string;
    requests: readonly Request[];
    /** Called with each connection before it begins. */
    setupClient?: (connection: { setRequests(requests: readonly Request[]): void }) => void;
    connections: number;
    /** Seconds. */
    duration: number;
    /** The most requests a second on all connections; as many as there can be without it. */
    overallRate?: number;
    tlsOptions?: { ca: string };
  };
  type Result = {
    requests: { average: number; total: number };
    /** Milliseconds. */
    latency: { p99: number };
    non2xx: number;
    errors: number;
    timeouts: number;
    /** By status. */
    statusCodeStats: Record<string, { count: number }>;
  };
  export default function autocannon(options: Options): Promise<Result>;
}
