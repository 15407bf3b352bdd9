import "server-only";

/**
 * Why somebody does not get through. 403 and 401 last: the client gives up and shows the code. 503
 * passes: it tries again. Never 404, which makes LiveKit's client try its other paths without end.
 */
export type GateRefusal = { status: 400 | 401 | 403 | 429 | 503; code: string };

export const BAD_REQUEST: GateRefusal = { status: 400, code: "bad-request" };
export const BAD_TICKET: GateRefusal = { status: 401, code: "bad-ticket" };
export const FOREIGN_RIGHTS: GateRefusal = { status: 403, code: "foreign-rights" };
export const FOREIGN_ORIGIN: GateRefusal = { status: 403, code: "foreign-origin" };
export const TOO_MANY: GateRefusal = { status: 429, code: "too-many-requests" };
export const MEDIA_AWAY: GateRefusal = { status: 503, code: "call-unreachable" };
export const SHUTTING_DOWN: GateRefusal = { status: 503, code: "restarting" };
