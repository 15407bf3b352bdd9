import "server-only";

/** How long each listener waits for whoever is connected, in milliseconds. */
export const CONNECTION_LIMITS = {
  /**
   * Until the headers of a request are there, from its first byte or, for the first one, from the
   * connection.
   */
  headersTimeout: 10_000,
  /** Until its body is there, too: a megabyte comes in that time over 300 kbit/s. */
  requestTimeout: 30_000,
  /** How often the two above are looked at. */
  connectionsCheckingInterval: 2_000,
  /**
   * For the next request. Longer than proxies keep an idle connection, so that it is never we who
   * close one in use.
   */
  keepAliveTimeout: 65_000,
};
