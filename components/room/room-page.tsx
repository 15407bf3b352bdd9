import { useEffect, useRef } from "react";
import type { EndReason } from "@/lib/domain/call/call-end";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import { Notice } from "@/components/ui/notice";
import { homeIn, useKeptFocus } from "@/components/ui/use-kept-focus";
import { DeviceCheck } from "./device-check/device-check";
import type { SayDevices } from "./device-check/say-devices";
import type { Link } from "./live-view";
import { sendableKinds } from "./may-send";
import { ExcuseReasonForm } from "./excuse-form";
import { LookBackLinks } from "./look-back-links";
import { nextStep } from "./next-step";
import { NotYou } from "./not-you";
import { RoomActions } from "./room-actions";
import { RoomHead } from "./room-head";
import { tellDecision, tellEnd, tellGoingIn, tellSentBack } from "./tell-decision";
import { tellExcuse } from "./tell-excuse";
import type { SayRoom } from "./told";
import { ToldBlock } from "./told-block";
import { useNow, useReader } from "./use-clock";
import { deviceTime, useReadyDevices } from "./use-ready-devices";
import type { useRoom } from "./use-room";
import { useRoomChange } from "./use-room-change";

type RoomPageProps = ReturnType<typeof useRoom> & {
  first: Wire<RoomView>;
  roomId: string;
  say: SayRoom;
  sayDevices: SayDevices;
};

/** The room page before and after the call: one state, in words, with the one thing to do. */
export function RoomPage(props: RoomPageProps) {
  const { first, roomId, say, sayDevices, live, preview, entry, view, link, devices, entering } =
    props;
  const { room, me } = view;
  const reader = useReader(first.me?.timeZone ?? first.room?.timeZone ?? "UTC");
  const now = useNow(live.now, first.serverNow);
  const change = useRoomChange(live, roomId, say);
  const { end, stage, wantsIn, wasInside, hasStopped, problem } = entering;
  const teller = { say, reader, now, wantsIn, wasInside, hasStopped };
  const ended = stage === "before" ? tellEnd(end, view, teller) : null;
  const excused = tellExcuse(view, teller);
  const main = useFocusOnEnd(end);
  useKeptFocus(main);
  const isAway = ended !== null || excused !== null;
  useReadyDevices(preview, view, { wantsIn, isAway });

  const kinds = sendableKinds(view);
  // Its place is kept from the first drawing on, so that nothing jumps when the camera starts.
  const isComing = kinds.length > 0 && !isAway && deviceTime(view, wantsIn) === "now";
  const isTesting = isComing || devices.stage !== "closed";
  const told =
    stage === "going-in"
      ? tellGoingIn(view, teller)
      : (excused ?? ended ?? tellDecision(view, teller));
  const step = nextStep(view, {
    ...{ end, wantsIn, wasInside, now },
    isTested: isTesting || kinds.length === 0,
  });
  const sentBack = end === "decided" && tellSentBack(view, teller);
  return (
    <main id="content" ref={main} tabIndex={-1} className={isTesting ? BESIDE : ALONE}>
      <div className={isTesting ? "flex flex-col gap-6 max-lg:contents" : "flex flex-col gap-6"}>
        <div className="flex flex-col gap-6">
          <RoomHead view={view} say={say} reader={reader} now={now} />
          <LinkNotice link={link} say={say} />
          {sentBack && <Notice tone="soon">{sentBack}</Notice>}
          <div className={room ? "border-t border-line pt-6" : ""}>
            <ToldBlock told={told} isTitle={!room} />
          </div>
        </div>
        {stage !== "going-in" && (
          <RoomActions
            view={view}
            step={step}
            isBeside={isTesting}
            entry={{
              wantsIn,
              isAsking: stage === "asking",
              offersExcuse: Boolean(me?.mayExcuseSelf) && !end && !wasInside && stage === "before",
              problem: problem && (problem.message ?? say(wantsIn ? "asks-again" : "cannot-ask")),
              prepare: () => entry.prepare(live.read().view),
              press: () => entry.press(live.read().view),
              askBack: () => entry.askBack(),
              takeOver: () => entry.takeOver(),
              giveUp: () => entry.giveUp(),
              stopWaiting: () =>
                void entry.stopWaiting(live.read().view, () => change.change("leave-lobby")),
            }}
            {...{ preview, change, say, sayDevices, reader, now }}
          />
        )}
        <div className="flex flex-col gap-6 empty:hidden max-lg:order-2">
          {room && excused && !me?.excuse?.reason && (
            <ExcuseReasonForm live={live} roomId={room.id} say={say} />
          )}
          {room && me && isPast(view, end) && <LookBackLinks {...{ roomId: room.id, me, say }} />}
          {me && <NotYou name={me.name} byLink={me.byLink} change={change} say={say} />}
        </div>
      </div>
      {isTesting && (
        <div className="max-lg:order-1">
          <DeviceCheck kinds={kinds} state={devices} preview={preview} say={sayDevices} />
        </div>
      )}
    </main>
  );
}

/** The page's element; after a call the reader begins with how it ended. */
function useFocusOnEnd(end: EndReason | null) {
  const main = useRef<HTMLElement>(null);
  const hasEnded = useRef(end !== null);
  useEffect(() => {
    if (hasEnded.current && main.current) homeIn(main.current)?.focus();
  }, []);
  return main;
}

/** Refusals after which there may be something to look back on. */
const PAST = new Set<string>(["too-late", "ended", "removed"]);

/** The call has ended, for them or for everybody. */
function isPast({ decision }: Wire<RoomView>, end: EndReason | null): boolean {
  return end !== null || (decision.kind === "refuse" && PAST.has(decision.reason));
}

const ALONE = "mx-auto max-w-2xl px-5 pt-6 pb-10 outline-none lg:pt-14";

/**
 * Phone: one column, the picture between the words and the button. Wide: the words and the button on
 * the left, camera and sound on the right; whoever goes by Tab comes to the left first.
 */
const BESIDE =
  "mx-auto flex max-w-5xl flex-col gap-x-12 gap-y-6 px-5 pt-6 pb-10 outline-none lg:grid lg:grid-cols-[5fr_4fr] lg:items-start lg:pt-14";

const LINK_WORDS = { lost: "link-lost", "records-away": "records-away" } as const;

function LinkNotice({ link, say }: { link: Link; say: SayRoom }) {
  const isAway = link === "lost" || link === "records-away";
  return (
    <div role="status" className="-mt-6">
      {isAway && (
        <Notice className="mt-6" tone="soon" title={say(LINK_WORDS[link])}>
          <p>{say(`${LINK_WORDS[link]}-text`)}</p>
        </Notice>
      )}
    </div>
  );
}
