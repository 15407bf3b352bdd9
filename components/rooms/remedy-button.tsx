import { ActForm } from "@/components/forms/act-form";
import type { FormAction } from "@/components/forms/use-form";
import { ButtonLink } from "@/components/ui/button";
import type { Remedy } from "@/lib/domain/room/remedy";
import type { RoomKind } from "@/lib/domain/room/room-kind";
import { words } from "@/lib/words/words";

type RemedyButtonProps = {
  room: { id: string; kind: RoomKind };
  seat: { id: string; name: string };
  remedy: Remedy;
  /** Whether the reader has a seat of their own there. */
  hasOwnSeat: boolean;
  actions: { letBack: FormAction; admit: FormAction };
};

/** The one press that lets somebody in. */
export function RemedyButton({ room, seat, remedy, hasOwnSeat, actions }: RemedyButtonProps) {
  const say = words("rooms");
  const { name } = seat;
  const hidden = { roomId: room.id, seatId: seat.id };
  const busy = words("roomForm")("busy");
  const press = (action: FormAction, label: string) => (
    <ActForm action={action} hidden={hidden} submit={{ label, busy, variant: "filled" }} />
  );
  const go = (href: string, label: string) => (
    <p>
      <ButtonLink href={href} variant="filled">
        {label}
      </ButtonLink>
    </p>
  );
  switch (remedy) {
    case "let-return":
      return press(actions.letBack, say("let-back", { name }));
    case "admit":
      return press(actions.admit, say("fix-admit", { name }));
    case "go-live":
      return hasOwnSeat ? (
        go(`/room/${room.id}`, say("fix-go-live"))
      ) : (
        <p>{say("fix-go-live-elsewhere")}</p>
      );
    case "add":
      return go(`/rooms/${room.id}#add`, say("fix-add"));
    case "move":
      return go(`/rooms/${room.id}/move`, say("fix-move"));
    case "edit":
      return go(`/rooms/${room.id}/edit`, say("fix-edit"));
    case "plan-again":
      return go(`/rooms/new?kind=${room.kind}`, say("fix-plan-again"));
  }
}
