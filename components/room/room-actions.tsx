import type { ReactNode } from "react";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import { Button, ButtonLink, buttonLook } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { sayWhen, type Reader } from "@/lib/words/times";
import type { DevicePreview } from "./device-check/device-preview";
import type { SayDevices } from "./device-check/say-devices";
import { playTone } from "./device-check/test-tone";
import { ExcuseButton } from "./excuse-form";
import { isListener, sendableKinds } from "./may-send";
import { NameForm } from "./name-form";
import type { NextStep } from "./next-step";
import { isWaiting } from "./room-entry";
import { isExcused } from "./tell-excuse";
import { isMember, type SayRoom } from "./told";
import type { RoomChange } from "./use-room-change";

type RoomActionsProps = {
  view: Wire<RoomView>;
  step: NextStep;
  entry: {
    isAsking: boolean;
    wantsIn: boolean;
    /** Whether it stands here that they can say they can't come. */
    offersExcuse: boolean;
    problem: string | null;
    prepare: () => void;
    press: () => void;
    takeOver: () => void;
    giveUp: () => void;
  };
  preview: DevicePreview;
  change: RoomChange;
  say: SayRoom;
  sayDevices: SayDevices;
  reader: Reader;
  now: Date;
};

/** The one filled button, and beside it the second thoughts. */
export function RoomActions(props: RoomActionsProps) {
  const { step, entry, change, say } = props;
  const isBusy = entry.isAsking || change.isBusy;
  const problem = entry.problem ?? change.problem;
  if (step.does === "give-name") return <NameForm change={change} say={say} />;
  return (
    <div className="flex flex-col gap-3">
      {problem && (
        <Notice tone="stop" role="alert">
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <MainButton {...props} isBusy={isBusy} />
        <SecondThoughts {...props} />
      </div>
    </div>
  );
}

function MainButton(props: RoomActionsProps & { isBusy: boolean }) {
  const { step, view, entry, preview, change, say, sayDevices, reader, now, isBusy } = props;
  switch (step.does) {
    case "nothing":
    case "give-name":
      return null;
    case "follow":
      return (
        <form
          method="post"
          action={`/room/${view.room?.id ?? ""}/follow`}
          className="max-sm:w-full"
        >
          <Filled type="submit">{say("follow")}</Filled>
        </form>
      );
    case "go-to-schedule":
      return (
        <ButtonLink variant="filled" href="/rooms" className="max-sm:w-full">
          {say("to-schedule")}
        </ButtonLink>
      );
    case "test-devices":
      return (
        <Filled onClick={() => void preview.open(sendableKinds(view))}>{sayDevices("test")}</Filled>
      );
    case "ask-to-return":
      return (
        <Filled isBusy={isBusy} onClick={() => void change.change("ask-to-return")}>
          {say("ask-to-return")}
        </Filled>
      );
    case "take-back-excuse":
      return (
        <form
          method="post"
          action={`/room/${view.room?.id ?? ""}/take-back-excuse`}
          className="max-sm:w-full"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy) void change.change("take-back-excuse");
          }}
        >
          <Filled type="submit" isBusy={isBusy}>
            {say("take-back-excuse")}
          </Filled>
        </form>
      );
    case "take-over":
      return (
        <Filled isBusy={isBusy} onClick={entry.takeOver}>
          {say("take-over")}
        </Filled>
      );
    case "want-in":
      return (
        <Filled onClick={entry.press}>
          {say(step.words, { when: opening(view, reader, now) })}
        </Filled>
      );
    case "join":
      return (
        <Filled isBusy={isBusy} onApproach={entry.prepare} onClick={entry.press}>
          {say(step.words)}
        </Filled>
      );
  }
}

type FilledProps = {
  type?: "button" | "submit";
  isBusy?: boolean;
  /** The pointer has come, so that a press is likely. */
  onApproach?: () => void;
  onClick?: () => void;
  children: ReactNode;
};

/** Stays where it is and keeps the focus while it works; a second press does nothing. */
function Filled(props: FilledProps) {
  const { type = "button", isBusy = false, onApproach, onClick, children } = props;
  return (
    <Button
      variant="filled"
      type={type}
      aria-disabled={isBusy}
      aria-busy={isBusy}
      className="min-w-36 max-sm:w-full"
      {...(onApproach && { onPointerEnter: onApproach, onPointerDown: onApproach })}
      {...(onClick && !isBusy && { onClick })}
    >
      {children}
    </Button>
  );
}

function SecondThoughts(props: RoomActionsProps) {
  const { view, step, entry, preview, change, say, sayDevices } = props;
  const { decision, me, room } = view;
  if (isExcused(view)) return null;
  const isComing =
    (decision.kind === "refuse" && decision.reason === "too-early") ||
    (decision.kind === "wait" && decision.reason === "not-live");
  const stopWaiting = () => {
    entry.giveUp();
    void change.change("leave-lobby");
  };
  const hasLeft = step.does === "join" && step.words === "join-again";
  const isListening = isListener(view) && (isComing || decision.kind === "admit");
  return (
    <>
      {isComing && entry.wantsIn && <Button onClick={entry.giveUp}>{say("not-now")}</Button>}
      {isWaiting(view) && !entry.isAsking && (
        <Button variant="bare" onClick={stopWaiting}>
          {say("leave-lobby")}
        </Button>
      )}
      {hasLeft && isMember(view) && (
        <ButtonLink variant="bare" href="/rooms">
          {say("to-schedule")}
        </ButtonLink>
      )}
      {isListening && (
        <Button variant="bare" onClick={() => void playTone(preview.read().speakerId)}>
          {sayDevices("test-sound")}
        </Button>
      )}
      {isComing && me && room && (
        <a href={`/room/${room.id}/calendar`} className={buttonLook("bare")}>
          {say("add-to-calendar")}
        </a>
      )}
      {room && entry.offersExcuse && (
        <ExcuseButton roomId={room.id} change={change} say={say} onExcuse={entry.giveUp} />
      )}
    </>
  );
}

function opening({ decision }: Wire<RoomView>, reader: Reader, now: Date): string {
  if (decision.kind === "admit" || !("opensAt" in decision)) return "";
  return sayWhen(new Date(decision.opensAt), reader, now);
}
