import "server-only";

/** The request's path and query, as `proxy.ts` hands them to pages, which Next does not tell. */
export const PAGE_PATH_HEADER = "x-page-path";
