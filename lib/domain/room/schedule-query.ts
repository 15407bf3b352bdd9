import { z } from "zod";
import { isId } from "@/lib/domain/id";

const MAX_SEARCH_LENGTH = 100;

const PLACE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_(.+)$/;

/** A place in the schedule: the instant a room is ordered by, and its id. */
export type SchedulePlace = { at: Date; id: string };

/** A place as an address carries it. */
export function writePlace({ at, id }: SchedulePlace): string {
  return `${at.toISOString()}_${id}`;
}

/** The place that an address carries; null for anything else. */
export function readPlace(text: string | undefined): SchedulePlace | null {
  const [, instant, id] = PLACE.exec(text ?? "") ?? [];
  if (!instant || !id || !isId(id)) return null;
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? null : { at, id };
}

const text = z.string().optional().catch(undefined);

/** What the schedule's address asks for. Whatever cannot be read counts as not asked. */
export const scheduleQuery = z
  .object({ tab: text, search: text, earlier: text, later: text })
  .transform(({ tab, search, earlier, later }) => {
    const before = readPlace(earlier);
    const after = readPlace(later);
    return {
      tab: tab === "past" ? ("past" as const) : ("coming" as const),
      search:
        search
          ?.replace(/\p{Cc}/gu, " ")
          .trim()
          .slice(0, MAX_SEARCH_LENGTH) || null,
      beyond: before
        ? { place: before, direction: "earlier" as const }
        : after && { place: after, direction: "later" as const },
    };
  });
