import ScreenShare from "lucide-react/icons/screen-share";
import type { Cell } from "@/lib/domain/call/grid-layout";
import { Button } from "@/components/ui/button";
import { useCall } from "./call-context";
import type { CallPerson, Picture } from "./call-state";
import { OneLine } from "./one-line";
import { Ongoing } from "./ongoing";
import { PictureView } from "./picture-view";
import { Strip } from "./strip";
import { placeOf } from "./tile";

type SharedScreenProps = {
  person: CallPerson;
  cell: Cell;
  /** Who else shares a screen that can be seen instead. */
  others: readonly CallPerson[];
  onSee: (identity: string) => void;
};

/** The shared screen. One's own is only named, or it would show itself without end. */
export function SharedScreen({ person, cell, others, onSee }: SharedScreenProps) {
  const { say } = useCall();
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
          <figcaption>
            <strong className="block">{say("ownScreen", { what: surfaceOf(screen) })}</strong>
            {say("ownScreenText")}
          </figcaption>
          <StopSharing />
        </div>
      ) : (
        <>
          <PictureView picture={screen} isWhole>
            <p className="grid size-full place-items-center p-4 text-center">
              <span>
                {say("screenComing", { name })}
                <Ongoing />
              </span>
            </p>
          </PictureView>
          <figcaption className="absolute bottom-2 left-2 rounded bg-ground px-2 py-0.5 text-sm">
            {say("screenOf", { name })}
          </figcaption>
          <div className="absolute inset-x-2 top-2 flex flex-col items-end gap-2">
            {others.map(({ identity, name: named }) => (
              <Button key={identity} className="max-w-full" onClick={() => onSee(identity)}>
                <OneLine name={named} sentence={(each) => say("seeScreenOf", { name: each })} />
              </Button>
            ))}
          </div>
        </>
      )}
    </figure>
  );
}

/** Somebody else's screen has the stage: says that one's own is shared as well. */
export function SharingStrip() {
  const { state, say } = useCall();
  const own = state.people.find(({ isMe }) => isMe)?.screen;
  if (!own || !state.people.some(({ isMe, screen }) => screen && !isMe)) return null;
  return (
    <Strip label={say("ownScreenTitle")} tone="accent">
      <p>{say("ownScreen", { what: surfaceOf(own) })}</p>
      <StopSharing />
    </Strip>
  );
}

function StopSharing() {
  const { say, session } = useCall();
  return <Button onClick={() => session.set("screen", false)}>{say("stopSharing")}</Button>;
}

/** What the person chose to share, where the browser tells: https://www.w3.org/TR/screen-capture/#displaycapturesurfacetype */
function surfaceOf(screen: Picture): string {
  return screen.mediaStreamTrack.getSettings().displaySurface ?? "unknown";
}
