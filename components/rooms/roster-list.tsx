import Link from "next/link";
import type { ReactNode } from "react";
import { ActForm } from "@/components/forms/act-form";
import type { FormAction } from "@/components/forms/use-form";
import { Badge } from "@/components/ui/badge";
import { LINK } from "@/components/ui/link-look";
import type { Tone } from "@/components/ui/notice";
import type { Capacity, Role } from "@/lib/domain/room/role";
import { words } from "@/lib/words/words";

export type RosterLineView = {
  seatId: string;
  name: string;
  email: string | null;
  birthYear: number | null;
  capacity: Capacity;
  role: Role;
  isMe: boolean;
  asksToReturn: boolean;
  /** That they can't come, in words; null unless they said so. */
  excuse: string | null;
  /** Where else they are expected at the same time, in words; null for nowhere. */
  clash: string | null;
  outlook: { text: string; tone: Tone };
  /** They could come if they had a link that works. */
  lacksLink: boolean;
  /** They wait in the lobby. */
  isInLobby: boolean;
  /** How it stands with the mails to them; null when none was ever due. */
  mail: { text: string; isTrouble: boolean } | null;
};

type RosterListProps = {
  roomId: string;
  lines: readonly RosterLineView[];
  /** The line that is open, and what stands in it. */
  open: { seatId: string; panel: ReactNode } | null;
  mayChange: boolean;
  /** Lets somebody in who waits. */
  admit: FormAction;
};

/** Everybody on the roster, with what the room answers each of them now. */
export function RosterList({ roomId, lines, open, mayChange, admit }: RosterListProps) {
  return (
    <ul className="rounded border border-line bg-surface">
      {lines.map((line) => {
        const isOpen = open?.seatId === line.seatId;
        return (
          <li
            key={line.seatId}
            id={`seat-${line.seatId}`}
            className="flex flex-col gap-3 border-b border-line px-4 py-3 last:border-b-0"
          >
            <div className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-1 sm:grid-cols-[1fr_18rem_5rem]">
              <Who line={line} />
              <div>
                <Badge tone={line.outlook.tone}>{line.outlook.text}</Badge>
                {line.lacksLink && mayChange && !isOpen && (
                  <NewLinkStep roomId={roomId} line={line} />
                )}
                {line.isInLobby && mayChange && <LetIn roomId={roomId} line={line} admit={admit} />}
              </div>
              {mayChange && <ManageLink roomId={roomId} line={line} isOpen={isOpen} />}
            </div>
            {isOpen && open.panel}
          </li>
        );
      })}
    </ul>
  );
}

function Who({ line }: { line: RosterLineView }) {
  const say = words("rooms");
  const { name, isMe, birthYear, capacity, role, email, mail, asksToReturn, excuse, clash } = line;
  return (
    <div className="min-w-0 max-sm:col-span-2">
      <p>
        <span className="font-semibold">{name}</span>
        {isMe && <span className="text-quiet"> ({say("you")})</span>}
        {birthYear !== null && (
          <span className="text-quiet">, {say("born", { year: birthYear })}</span>
        )}
      </p>
      <p className="text-sm text-quiet">
        {say(`capacity-${capacity}`)}, {say(`role-${role}`)}
      </p>
      <p className="text-sm break-words text-quiet">
        {email ?? say("no-address")}
        {mail && !mail.isTrouble && <>, {mail.text}</>}
      </p>
      {mail?.isTrouble && <Badge tone="stop">{mail.text}</Badge>}
      {excuse && <Badge tone="soon">{excuse}</Badge>}
      {clash && <Badge tone="soon">{clash}</Badge>}
      {asksToReturn && <Badge tone="soon">{say("asked-to-return")}</Badge>}
    </div>
  );
}

/** Leads to where a new link is sent or made. */
function NewLinkStep({ roomId, line }: { roomId: string; line: RosterLineView }) {
  const { seatId, name } = line;
  return (
    <Link
      href={`/rooms/${roomId}?seat=${seatId}#seat-${seatId}`}
      scroll={false}
      className={`flex target w-fit items-center text-sm font-medium ${LINK}`}
    >
      {words("rooms")("send-new-link", { name })}
    </Link>
  );
}

type LetInProps = { roomId: string; line: RosterLineView; admit: FormAction };

function LetIn({ roomId, line, admit }: LetInProps) {
  const { seatId, name } = line;
  const busy = words("roomForm")("busy");
  const submit = { label: words("rooms")("fix-admit", { name }), busy };
  return <ActForm action={admit} hidden={{ roomId, seatId }} submit={submit} />;
}

type ManageLinkProps = { roomId: string; line: RosterLineView; isOpen: boolean };

/** Opens the line below itself; an address, so it works without script and can be gone back to. */
function ManageLink({ roomId, line, isOpen }: ManageLinkProps) {
  const say = words("rooms");
  const { seatId, name } = line;
  const target = isOpen
    ? `/rooms/${roomId}#seat-${seatId}`
    : `/rooms/${roomId}?seat=${seatId}#seat-${seatId}`;
  return (
    <Link
      href={target}
      scroll={false}
      aria-expanded={isOpen}
      aria-label={isOpen ? undefined : say("manage-name", { name })}
      className={`inline-flex target items-center justify-self-end font-medium ${LINK}`}
    >
      {isOpen ? say("close") : say("manage")}
    </Link>
  );
}
