import { Button } from "@/components/ui/button";
import { useCall } from "./call-context";
import { Modal } from "./modal";
import { sayHere } from "./say-here";
import { useAsk } from "./use-ask";

/** By how many minutes a presenter may make the window longer at once. */
const STEPS_MINUTES = [5, 10, 15] as const;

/** Asks how much longer it may go on. A refusal is told like every other. */
export function MoreTime({ onClose }: { onClose: () => void }) {
  const { room, say } = useCall();
  const [ask, isAsking] = useAsk();
  return (
    <Modal title={say("moreTimeTitle")} onClose={onClose}>
      <p>{say("moreTimeText", { closesAt: sayHere(room.closesAt) })}</p>
      <div className="mt-4 flex flex-col gap-2">
        {STEPS_MINUTES.map((minutes) => (
          <Button
            key={minutes}
            isBusy={isAsking}
            onClick={() => {
              ask("extend", { minutes });
              onClose();
            }}
          >
            {say("addMinutes", { minutes })}
          </Button>
        ))}
        <Button variant="bare" onClick={onClose}>
          {say("close")}
        </Button>
      </div>
    </Modal>
  );
}
