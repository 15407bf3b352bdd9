import type { ReactNode } from "react";
import { hasAskedBack, isAtDoor } from "@/lib/domain/room/decision";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import { Button, ButtonLink, buttonLook } from "@/components/ui/button";
import { EarlyButton } from "@/components/ui/early-button";
import { joinClasses } from "@/components/ui/join-classes";
import { Notice } from "@/components/ui/notice";
import { sayWhen, type Reader } from "@/lib/words/times";
import type { DevicePreview } from "./device-check/device-preview";
import type { SayDevices } from "./device-check/say-devices";
import { playTone } from "./device-check/test-tone";
import { ExcuseButton } from "./excuse-form";
import { isListener, sendableKinds } from "./may-send";
import { NameForm } from "./name-form";
import type { NextStep } from "./next-step";
import { isExcused } from "./tell-excuse";
import { isMember, type SayRoom } from "./told";
import type { RoomChange } from "./use-room-change";

type RoomActionsProps = {
  view: Wire<RoomView>;
  step: NextStep;
  /** Camera and sound stand beside it, or above it on a phone. */
  isBeside: boolean;
  entry: {
    isAsking: boolean;
    wantsIn: boolean;
    /** Whether they can say here that they can't come. */
    offersExcuse: boolean;
    problem: string | null;
    prepare: () => void;
    press: () => void;
    askBack: () => void;
    takeOver: () => void;
    giveUp: () => void;
    stopWaiting: () => void;
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
  const { step, entry, change, say, isBeside } = props;
  const isBusy = entry.isAsking || change.isBusy;
  const problem = entry.problem ?? change.problem;
  if (step.does === "give-name") return <NameForm change={change} say={say} />;
  const bar = isBeside && step.does !== "nothing" ? STICKY : "max-sm:w-full";
  return (
    <div className={joinClasses(ROW, isBeside ? "max-lg:contents" : GONE_WHEN_EMPTY)}>
      <div
        className={joinClasses("flex flex-col gap-3 empty:hidden", problem && "basis-full", bar)}
      >
        {problem && (
          <Notice tone="stop" role="alert">
            {problem}
          </Notice>
        )}
        <MainButton {...props} isBusy={isBusy} />
      </div>
      <div className={joinClasses(ROW, "empty:hidden max-lg:order-2")}>
        <SecondThoughts {...props} />
      </div>
    </div>
  );
}

const ROW = "flex flex-wrap items-center gap-x-6 gap-y-2";

/** Without a button or a word it would still keep its distance from what follows. */
const GONE_WHEN_EMPTY = "not-has-[button,a,[role=alert]]:hidden";

/** On a phone the button stays in reach of the thumb while the picture is above it. */
const STICKY =
  "max-lg:sticky max-lg:bottom-0 max-lg:z-10 max-lg:order-2 max-lg:-mx-5 max-lg:border-t max-lg:border-line max-lg:bg-ground max-lg:px-5 max-lg:py-3 max-lg:pb-[max(0.75rem,env(safe-area-inset-bottom))]";

function MainButton(props: RoomActionsProps & { isBusy: boolean }) {
  const { step, view, entry, preview, change, say, sayDevices, reader, now, isBusy } = props;
  const askBack = () => {
    entry.askBack();
    void change.change("ask-to-return");
  };
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
          <Button type="submit" variant="filled" className={WIDE}>
            {say("follow")}
          </Button>
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
        <Filled press={() => void preview.open(sendableKinds(view))}>{sayDevices("test")}</Filled>
      );
    case "ask-to-return":
      return (
        <Filled isBusy={isBusy} press={askBack}>
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
          <Button type="submit" variant="filled" className={WIDE} isBusy={isBusy}>
            {say("take-back-excuse")}
          </Button>
        </form>
      );
    case "take-over":
      return (
        <Filled isBusy={isBusy} press={entry.takeOver}>
          {say("take-over")}
        </Filled>
      );
    case "want-in":
      return (
        <Filled press={entry.press}>{say(step.words, { when: opening(view, reader, now) })}</Filled>
      );
    case "join":
      return (
        <Filled isBusy={isBusy} onApproach={entry.prepare} press={entry.press}>
          {say(step.words)}
        </Filled>
      );
  }
}

type FilledProps = {
  isBusy?: boolean;
  /** The pointer has come, so that a press is likely. */
  onApproach?: () => void;
  press: () => void;
  children: ReactNode;
};

function Filled({ onApproach, ...rest }: FilledProps) {
  const approach = onApproach && { onPointerEnter: onApproach, onPointerDown: onApproach };
  return <EarlyButton variant="filled" className={WIDE} {...approach} {...rest} />;
}

const WIDE = "min-w-36 max-sm:w-full";

function SecondThoughts(props: RoomActionsProps) {
  const { view, step, entry, preview, change, say, sayDevices } = props;
  const { decision, me, room } = view;
  if (isExcused(view)) return null;
  const isComing =
    (decision.kind === "refuse" && decision.reason === "too-early") ||
    (decision.kind === "wait" && decision.reason === "not-live");
  const hasLeft = step.does === "join" && step.words === "join-again";
  const isListening = isListener(view) && (isComing || decision.kind === "admit");
  return (
    <>
      {(isComing || hasAskedBack(decision)) && entry.wantsIn && (
        <EarlyButton press={entry.giveUp}>{say("not-now")}</EarlyButton>
      )}
      {isAtDoor(decision) && !entry.isAsking && (
        <EarlyButton variant="bare" isBusy={change.isBusy} press={entry.stopWaiting}>
          {say("leave-lobby")}
        </EarlyButton>
      )}
      {hasLeft && isMember(view) && (
        <ButtonLink variant="bare" href="/rooms">
          {say("to-schedule")}
        </ButtonLink>
      )}
      {isListening && (
        <EarlyButton variant="bare" press={() => void playTone(preview.read().speakerId)}>
          {sayDevices("test-sound")}
        </EarlyButton>
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
