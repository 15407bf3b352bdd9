import "server-only";
import type { AcsActor, Context } from "@/lib/operations/context";
import type { AcsRequest } from "./acs-request";
import type { Caller } from "./authenticate";
import type { Area } from "./versions";

/** What is answered; without a body there is none. */
export type Reply = { status: number; headers?: Record<string, string>; body?: unknown };

/** A request whose caller proved itself. `parts` are what the path has in place of its stars. */
export type Call = {
  request: AcsRequest;
  ctx: Context<AcsActor>;
  caller: Caller;
  parts: string[];
  /** Rooms that closed then or earlier have left the wire. */
  vanishedBefore: Date;
};

/** One line of the table of routes. */
export type Route = {
  method: string;
  /** Parts of the path; a star stands for any one. */
  path: readonly string[];
  area: Area;
  /** For the log, as ACS names its operations. */
  name: string;
  answer: (call: Call) => Promise<Reply>;
};
