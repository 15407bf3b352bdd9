import { useState } from "react";
import { othersInside } from "@/lib/domain/room/room-view";
import { Button } from "@/components/ui/button";
import { useCall } from "./call-context";
import { Modal } from "./modal";
import { sayHere } from "./say-here";
import { useAsk } from "./use-ask";

/** For those who may end it: leave, or end for everyone, which asks once more. */
export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const [isEnding, setIsEnding] = useState(false);
  return isEnding ? (
    <EndQuestion onBack={() => setIsEnding(false)} onClose={onClose} />
  ) : (
    <LeaveQuestion onEnd={() => setIsEnding(true)} onClose={onClose} />
  );
}

type LeaveProps = { onEnd: () => void; onClose: () => void };

function LeaveQuestion({ onEnd, onClose }: LeaveProps) {
  const { session, room, say } = useCall();
  return (
    <Modal title={say("leaveTitle")} onClose={onClose}>
      <p>{say("leaveText", { closesAt: sayHere(room.closesAt) })}</p>
      <div className="mt-4 flex flex-col gap-2">
        <Button variant="filled" onClick={() => session.leave()}>
          {say("leaveOnly")}
        </Button>
        <Button onClick={onEnd}>{say("endForEveryone")}</Button>
        <Button variant="bare" onClick={onClose}>
          {say("goBack")}
        </Button>
      </div>
    </Modal>
  );
}

type EndProps = { onBack: () => void; onClose: () => void };

function EndQuestion({ onBack, onClose }: EndProps) {
  const { view, session, say } = useCall();
  const [ask, isAsking] = useAsk();
  // The room's own count: a webinar's audience is not seen on the stage.
  const inside = othersInside(view);
  return (
    <Modal title={say("endTitle")} onClose={onClose}>
      <p>{say("endText", { count: inside.length })}</p>
      <div className="mt-4 flex flex-col gap-2">
        <Button
          variant="stop"
          isBusy={isAsking}
          onClick={() => ask("end", {}, { done: () => session.endedByMe() })}
        >
          {say("endForEveryone")}
        </Button>
        <Button variant="bare" onClick={onBack}>
          {say("goBack")}
        </Button>
      </div>
    </Modal>
  );
}
