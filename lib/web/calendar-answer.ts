import "server-only";
import { entryFileFor } from "@/lib/mail/calendar-file";
import { ownAddress } from "@/lib/mail/send-mail";
import type { OwnEntry } from "@/lib/operations/join/get-own-entry";
import { words } from "@/lib/words/words";
import { publicAddress } from "./public-address";

/**
 * A calendar entry to keep. It leads to the room's page, which knows this browser, and holds no
 * secret: files are passed on more easily than mails.
 */
export function calendarAnswer(entry: OwnEntry, roomId: string, now: Date): Response {
  const { sequence } = entry;
  const facts = { ...entry.facts, link: publicAddress(`/room/${roomId}`) };
  const name = words("room")("calendar-file", { title: facts.title });
  return new Response(entryFileFor({ facts, sequence, madeAt: now }, ownAddress()), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8; method=PUBLISH",
      // RFC 6266: the name in UTF-8, percent-encoded.
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "no-store",
    },
  });
}
