import { EarlyButton } from "@/components/ui/early-button";
import { LINK } from "@/components/ui/link-look";
import type { SayRoom } from "./told";
import type { RoomChange } from "./use-room-change";

type NotYouProps = { name: string; byLink: boolean; change: RoomChange; say: SayRoom };

/** Who the page thinks is here, and how to say that it's somebody else. */
export function NotYou({ name, byLink, change, say }: NotYouProps) {
  return (
    <div className="text-sm text-quiet">
      <p>{say("you-are-here-as", { name })}</p>
      {byLink && (
        <details>
          <summary className={`target w-fit content-center ${LINK}`}>{say("not-you")}</summary>
          <p className="max-w-measure pb-2">{say("forget-text", { name })}</p>
          <EarlyButton isBusy={change.isBusy} press={() => void change.change("forget")}>
            {say("forget", { name })}
          </EarlyButton>
        </details>
      )}
    </div>
  );
}
