import autocannon from "autocannon";

export type Request = {
  method: "GET" | "POST";
  path: string;
  headers?: Record<string, string>;
  body?: string;
};

export type Load = { perSecond: number; p99Ms: number };

const CONNECTIONS = 10;

type Manner = {
  /** No more than so many a second; as many as there can be without it. */
  perSecond?: number;
  /** The authority that the other side's certificate is of. */
  ca?: string;
};

/**
 * Sends the requests over and over on ten connections.
 *
 * @throws Error when an answer is not 2xx: speed that comes from refusing counts nothing.
 */
export async function load(
  url: string,
  requests: Request[],
  seconds: number,
  { perSecond, ca }: Manner = {},
): Promise<Load> {
  const result = await autocannon({
    url,
    requests,
    connections: CONNECTIONS,
    duration: seconds,
    ...(perSecond !== undefined && { overallRate: perSecond }),
    ...(ca !== undefined && { tlsOptions: { ca } }),
  });
  const wrong = result.non2xx + result.errors + result.timeouts;
  if (wrong > 0) throw new Error(`${wrong} of ${result.requests.total} were not answered well.`);
  return { perSecond: result.requests.average, p99Ms: result.latency.p99 };
}
