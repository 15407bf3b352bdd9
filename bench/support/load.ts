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
  const shares = dealOut(requests, CONNECTIONS);
  const result = await autocannon({
    url,
    requests,
    setupClient: (connection) => connection.setRequests(shares.shift() ?? requests),
    connections: CONNECTIONS,
    duration: seconds,
    ...(perSecond !== undefined && { overallRate: perSecond }),
    ...(ca !== undefined && { tlsOptions: { ca } }),
  });
  const { non2xx, errors, timeouts, requests: answered, statusCodeStats } = result;
  const wrong = non2xx + errors + timeouts;
  if (wrong > 0) {
    const seen = JSON.stringify({ errors, timeouts, ...statusCodeStats });
    throw new Error(`${wrong} of ${answered.total} were not answered well: ${seen}`);
  }
  return { perSecond: result.requests.average, p99Ms: result.latency.p99 };
}

/**
 * To each connection every so-manieth request, so that no two ask for the same at a time; where
 * there are fewer requests than connections, all of them to each.
 */
function dealOut(requests: Request[], count: number): Request[][] {
  return Array.from({ length: count }, (_, nth) =>
    requests.length < count ? requests : requests.filter((_, index) => index % count === nth),
  );
}
