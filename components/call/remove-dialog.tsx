import { useState } from "react";
import { MAX_REASON_LENGTH } from "@/lib/domain/room/longest-reason";
import type { PersonView } from "@/lib/domain/room/room-view";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useCall } from "./call-context";
import { Modal } from "./modal";
import { useAsk } from "./use-ask";

type RemoveProps = { person: PersonView; onClose: () => void };

/** Asks before somebody is put out, and for the reason that they will read. */
export function RemoveDialog({ person: { seatId, name }, onClose }: RemoveProps) {
  const { say } = useCall();
  const [ask, isAsking] = useAsk();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = { seatId, ...(reason.trim() && { reason: reason.trim() }) };
  return (
    <Modal title={say("removeTitle", { name })} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setProblem(null);
          ask("remove", wanted, {
            done: onClose,
            refused: (message) => setProblem(message ?? say("requestFailed")),
          });
        }}
      >
        <p>{say("removeText")}</p>
        <Field
          label={say("removeReason")}
          hint={say("removeReasonHint", { name })}
          name="reason"
          maxLength={MAX_REASON_LENGTH}
          value={reason}
          problem={problem ?? undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="flex flex-col gap-2">
          <Button type="submit" variant="stop" isBusy={isAsking}>
            {say("remove", { name })}
          </Button>
          <Button variant="bare" onClick={onClose}>
            {say("goBack")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
