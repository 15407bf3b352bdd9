import { sayPlace } from "@/lib/words/times";
import { words } from "@/lib/words/words";

/** Which zone the times of a page are in, where the page can't ask the reader's clock. */
export function TimesIn({ timeZone }: { timeZone: string }) {
  return (
    <p className="text-sm text-quiet">
      {words("shell")("times-in", { place: sayPlace(timeZone) })}
    </p>
  );
}
