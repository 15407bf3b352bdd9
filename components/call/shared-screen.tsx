import ScreenShare from "lucide-react/icons/screen-share";
import type { Cell } from "@/lib/domain/call/grid-layout";
import { Button } from "@/components/ui/button";
import { useCall } from "./call-context";
import type { CallPerson } from "./call-state";
import { PictureView } from "./picture-view";
import { placeOf } from "./tile";

/** The shared screen. One's own is only named, or it would show itself without end. */
export function SharedScreen({ person, cell }: { person: CallPerson; cell: Cell }) {
  const { say, session } = useCall();
  const { screen, isMe, name } = person;
  if (!screen) return null;
  return (
    <figure
      style={placeOf(cell)}
      className="absolute overflow-hidden rounded border border-line bg-surface"
    >
      {isMe ? (
        <div className="flex size-full flex-col items-center justify-center gap-4 p-4 text-center">
          <ScreenShare aria-hidden size={40} className="text-accent" />
          <figcaption>{say("ownScreen")}</figcaption>
          <Button onClick={() => session.set("screen", false)}>{say("stopSharing")}</Button>
        </div>
      ) : (
        <>
          <PictureView picture={screen} isWhole />
          <figcaption className="absolute bottom-2 left-2 rounded bg-ground px-2 py-0.5 text-sm">
            {say("screenOf", { name })}
          </figcaption>
        </>
      )}
    </figure>
  );
}
