import "server-only";

/** Where our own API begins. */
export const API_PATH = "/api/v1";
