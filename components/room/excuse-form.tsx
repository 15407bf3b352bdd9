import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { MAX_REASON_LENGTH } from "@/lib/domain/room/longest-reason";
import type { LiveView } from "./live-view";
import type { SayRoom } from "./told";
import { useRoomChange, type RoomChange } from "./use-room-change";

type ExcuseProps = { roomId: string; change: RoomChange; say: SayRoom };

/** Says with one press that they can't come; works without script too. */
export function ExcuseButton({
  roomId,
  change,
  say,
  onExcuse,
}: ExcuseProps & { onExcuse: () => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onExcuse();
    void change.change("excuse");
  };
  return (
    <form method="post" action={`/room/${roomId}/excuse`} onSubmit={submit}>
      <Button type="submit" variant="bare" isBusy={change.isBusy}>
        {say("excuse")}
      </Button>
    </form>
  );
}

type ReasonProps = { live: LiveView; roomId: string; say: SayRoom };

/** Why they can't come, for whoever wants to say it. */
export function ExcuseReasonForm({ live, roomId, say }: ReasonProps) {
  const change = useRoomChange(live, roomId, say);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get("reason");
    void change.change("excuse", { reason });
  };
  return (
    <form
      method="post"
      action={`/room/${roomId}/excuse`}
      onSubmit={submit}
      className="flex max-w-md flex-col gap-3"
    >
      <Field
        label={say("excuse-reason")}
        hint={say("excuse-reason-hint")}
        name="reason"
        autoComplete="off"
        maxLength={MAX_REASON_LENGTH}
        problem={change.problem ?? undefined}
      />
      <Button type="submit" isBusy={change.isBusy} className="self-start">
        {say("excuse-reason-send")}
      </Button>
    </form>
  );
}
