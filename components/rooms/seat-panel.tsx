import { DoneNotice } from "@/components/ui/done-notice";
import { ROLES, type Role } from "@/lib/domain/room/role";
import { words } from "@/lib/words/words";
import { ActForm } from "@/components/forms/act-form";
import { LinkForm } from "./link-form";
import type { FormAction } from "@/components/forms/use-form";

export type SeatActions = {
  changeRole: FormAction;
  copyLink: FormAction;
  resend: FormAction;
  revoke: FormAction;
  remove: FormAction;
  letBack: FormAction;
};

type SeatPanelProps = {
  roomId: string;
  seat: {
    id: string;
    name: string;
    email: string | null;
    role: Role;
    isRemoved: boolean;
    liveLinkCount: number;
  };
  actions: SeatActions;
  /** What was just done, in words. */
  told: string | null;
};

/** Everything that can be done for one person on the roster. */
export function SeatPanel({ roomId, seat, actions, told }: SeatPanelProps) {
  const say = words("rooms");
  const { name } = seat;
  const hidden = { roomId, seatId: seat.id };
  return (
    <section
      aria-label={say("seat-panel", { name })}
      className="flex flex-col gap-6 border-t border-line pt-4 pb-2"
    >
      {told && <DoneNotice title={told} />}
      {seat.isRemoved ? (
        <LetBack hidden={hidden} name={name} action={actions.letBack} />
      ) : (
        <>
          <RoleForm hidden={hidden} seat={seat} action={actions.changeRole} />
          <Links hidden={hidden} seat={seat} actions={actions} />
          <Remove hidden={hidden} name={name} action={actions.remove} />
        </>
      )}
    </section>
  );
}

type Hidden = { roomId: string; seatId: string };
type ActProps = { hidden: Hidden; name: string; action: FormAction };

const busy = words("roomForm")("busy");

function LetBack({ hidden, name, action }: ActProps) {
  const say = words("rooms");
  return (
    <ActForm action={action} hidden={hidden} submit={{ label: say("let-back", { name }), busy }}>
      <p className="text-sm text-quiet">{say("let-back-hint", { name })}</p>
    </ActForm>
  );
}

type RoleFormProps = { hidden: Hidden; seat: SeatPanelProps["seat"]; action: FormAction };

function RoleForm({ hidden, seat, action }: RoleFormProps) {
  const say = words("rooms");
  const options = ROLES.map((role) => ({ value: role, label: say(`role-${role}`) }));
  return (
    <ActForm
      key={seat.role}
      action={action}
      hidden={hidden}
      submit={{ label: say("role-change", { name: seat.name }), busy }}
      choice={{ name: "role", label: say("role"), options, value: seat.role }}
    />
  );
}

type LinksProps = { hidden: Hidden; seat: SeatPanelProps["seat"]; actions: SeatActions };

function Links({ hidden, seat, actions }: LinksProps) {
  const say = words("rooms");
  const { name, email, liveLinkCount: count } = seat;
  const texts = {
    make: say("copy-link", { name }),
    busy,
    hint: say("copy-link-hint", { name }),
    here: say("link-here", { name }),
    label: say("link-label"),
    copy: say("copy"),
    copied: say("copied"),
  };
  return (
    <>
      <LinkForm action={actions.copyLink} hidden={hidden} texts={texts} />
      {email && (
        <ActForm action={actions.resend} hidden={hidden} submit={{ label: say("resend"), busy }}>
          <p className="text-sm text-quiet">{say("resend-hint", { email })}</p>
        </ActForm>
      )}
      {count > 0 && (
        <ActForm
          action={actions.revoke}
          hidden={hidden}
          submit={{ label: say("revoke", { count, name }), busy }}
        >
          <p className="text-sm text-quiet">{say("revoke-hint")}</p>
        </ActForm>
      )}
    </>
  );
}

/** Folded, so that it takes two presses and says before the second what will happen. */
function Remove({ hidden, name, action }: ActProps) {
  const say = words("rooms");
  return (
    <details className="rounded border border-line px-4 py-2">
      <summary className="target content-center font-semibold text-stop">
        {say("remove-ask")}
      </summary>
      <div className="flex flex-col gap-4 pb-3">
        <p className="text-sm text-quiet">{say("remove-hint", { name })}</p>
        <ActForm
          action={action}
          hidden={hidden}
          submit={{ label: say("remove", { name }), busy, variant: "stop" }}
          text={{
            name: "reason",
            label: say("remove-reason"),
            hint: say("remove-reason-hint", { name }),
          }}
        />
      </div>
    </details>
  );
}
