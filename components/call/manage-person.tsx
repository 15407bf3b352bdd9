import { useId, useOptimistic, useRef, useState } from "react";
import { mediaGrantFor, SOURCES, type Source } from "@/lib/domain/call/media-grant";
import { can } from "@/lib/domain/room/permissions";
import { ROLES, type Role } from "@/lib/domain/room/role";
import type { PersonView } from "@/lib/domain/room/room-view";
import type { CallWord } from "@/lib/words/en/call";
import { Button } from "@/components/ui/button";
import { INPUT_LOOK } from "@/components/ui/field-frame";
import { useCall } from "./call-context";
import type { CallPerson } from "./call-state";
import { RemoveDialog } from "./remove-dialog";
import { useAsk } from "./use-ask";

const ROLE_WORDS: Record<Role, CallWord> = {
  presenter: "rolePresenter",
  collaborator: "roleCollaborator",
  attendee: "roleAttendee",
  consumer: "roleConsumer",
};

const SOURCE_WORDS: Record<Source, CallWord> = {
  microphone: "sourceMicrophone",
  camera: "sourceCamera",
  screen: "sourceScreen",
};

type ManageProps = { person: PersonView; inCall: CallPerson | undefined; isAbsent: boolean };

/** What those who lead can change for somebody else. */
export function ManagePerson({ person, inCall, isAbsent }: ManageProps) {
  const { room, me, say } = useCall();
  const [isRemoving, setIsRemoving] = useState(false);
  const [ask, isAsking] = useAsk();
  const { seatId, name } = person;
  const maySendBack = room.lobby && !isAbsent && !can(person.role, "passLobby");
  return (
    <div className="flex flex-col gap-3 border-l-2 border-line pl-3">
      {can(me.role, "changeRoles") && <RoleChoice person={person} />}
      {inCall && <SourceChoices person={person} inCall={inCall} />}
      {maySendBack && can(me.role, "sendBackToLobby") && (
        <Button
          aria-label={say("sendBack", { name })}
          isBusy={isAsking}
          onClick={() => ask("send-back", { seatId })}
        >
          {say("sendBackShort")}
        </Button>
      )}
      <Button
        className="text-stop"
        aria-haspopup="dialog"
        aria-label={say("remove", { name })}
        onClick={() => setIsRemoving(true)}
      >
        {say("removeShort")}
      </Button>
      {isRemoving && <RemoveDialog person={person} onClose={() => setIsRemoving(false)} />}
    </div>
  );
}

/** A part is chosen, then given: on a keyboard each arrow key chooses another one. */
function RoleChoice({ person }: { person: PersonView }) {
  const { say } = useCall();
  const { seatId, name } = person;
  const [draft, setDraft] = useState<Role | null>(null);
  const [ask, isAsking] = useAsk();
  const id = useId();
  const chosen = draft ?? person.role;
  const select = useRef<HTMLSelectElement>(null);
  const done = () => {
    // The button goes away with what it gave.
    select.current?.focus();
    setDraft(null);
  };
  const give = () => ask("role", { seatId, role: chosen }, { done });
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-sm font-semibold">
        {say("roleLabel")}
      </label>
      <select
        ref={select}
        id={id}
        value={chosen}
        className={INPUT_LOOK}
        onChange={({ target }) => setDraft(ROLES.find((each) => each === target.value) ?? null)}
      >
        {ROLES.map((each) => (
          <option key={each} value={each}>
            {say(ROLE_WORDS[each])}
          </option>
        ))}
      </select>
      {chosen !== person.role && (
        <Button aria-label={say("roleGive", { name })} isBusy={isAsking} onClick={give}>
          {say("roleGiveShort")}
        </Button>
      )}
    </div>
  );
}

type SourceProps = { person: PersonView; inCall: CallPerson };

/** What they may use, out of what their role has. */
function SourceChoices({ person, inCall }: SourceProps) {
  const { room, say } = useCall();
  const [ask, isAsking] = useAsk();
  const [maySend, expectSources] = useOptimistic(inCall.maySend);
  const granted = mediaGrantFor(person.role, room.kind, []);
  const offered = SOURCES.filter((source) => granted[source]);
  if (offered.length === 0) return null;
  const change = (source: Source, isAllowed: boolean) => {
    // Nothing is disabled meanwhile, which would cost it the focus.
    if (isAsking) return;
    const allowed = offered.filter((each) =>
      each === source ? isAllowed : maySend.includes(each),
    );
    const withheld = offered.filter((each) => !allowed.includes(each));
    const wanted = { seatId: person.seatId, withheld };
    ask("sources", wanted, { expect: () => expectSources(allowed) });
  };
  return (
    <fieldset aria-busy={isAsking}>
      <legend className="text-sm font-semibold">{say("sourcesLabel")}</legend>
      {offered.map((source) => (
        <label key={source} className="target flex items-center gap-2">
          <input
            type="checkbox"
            className="size-5 accent-accent"
            checked={maySend.includes(source)}
            onChange={(event) => change(source, event.target.checked)}
          />
          {say(SOURCE_WORDS[source])}
        </label>
      ))}
    </fieldset>
  );
}
