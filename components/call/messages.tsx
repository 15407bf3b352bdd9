import X from "lucide-react/icons/x";
import { useEffect, useEffectEvent, type ReactNode } from "react";
import { SOURCES, type Source } from "@/lib/domain/call/media-grant";
import type { CallWord } from "@/lib/words/en/call";
import { useCall } from "./call-context";
import type { DeviceProblem } from "./call-state";
import { LetBackButton } from "./let-back-button";
import { LinkBanner } from "./link-banner";
import type { Notice } from "./notice-board";

/**
 * Long enough to be read twice; what went wrong, or waits for an answer, stays until it is closed.
 */
const SHOWN_FOR_MS = 12_000;

const PROBLEM_WORDS: Record<Source, Record<DeviceProblem, CallWord>> = {
  microphone: {
    blocked: "microphoneBlocked",
    missing: "microphoneMissing",
    busy: "microphoneBusy",
    failed: "microphoneFailed",
  },
  camera: {
    blocked: "cameraBlocked",
    missing: "cameraMissing",
    busy: "cameraBusy",
    failed: "cameraFailed",
  },
  screen: {
    blocked: "screenBlocked",
    missing: "screenMissing",
    busy: "screenBusy",
    failed: "screenFailed",
  },
};

const EDGE: Record<Notice["tone"], string> = {
  plain: "border-l-accent",
  soon: "border-l-soon",
  stop: "border-l-stop",
};

/** How the connection is, what changed for this person, and which of their devices can't be used and why. */
export function Messages({ arePeopleShown }: { arePeopleShown: boolean }) {
  const { state, session, say } = useCall();
  // The list of people says it, too, with the same button.
  const shown = state.notices.filter(
    ({ shown, letBack }) => shown && (letBack === null || !arePeopleShown),
  );
  return (
    <div className="pointer-events-none absolute inset-x-3 top-3 z-20 flex flex-col items-center gap-2">
      <LinkBanner />
      {SOURCES.map((source) => {
        const { problem } = state.own[source];
        if (!problem) return null;
        const close = () => session.dismissProblem(source);
        const text = say(PROBLEM_WORDS[source][problem]);
        return <Message key={source} text={text} tone="stop" onClose={close} isAlert />;
      })}
      {shown.map(({ id, word, values, tone, letBack }) => (
        <Message
          key={id}
          text={say(word, values)}
          tone={tone}
          onClose={() => session.dismissNotice(id)}
        >
          {letBack && <LetBackButton seatId={letBack} name={String(values.name)} />}
        </Message>
      ))}
    </div>
  );
}

type MessageProps = {
  text: string;
  tone: Notice["tone"];
  onClose: () => void;
  /** The announcer does not say it, so this does. */
  isAlert?: boolean;
  /** What can be done about it. */
  children?: ReactNode;
};

function Message({ text, tone, onClose, isAlert = false, children }: MessageProps) {
  const { say } = useCall();
  const close = useEffectEvent(onClose);
  const stays = tone === "stop" || Boolean(children);
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(close, SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [stays]);
  return (
    <div
      role={isAlert ? "alert" : undefined}
      className={`pointer-events-auto flex w-full max-w-xl items-start gap-2 rounded border border-l-4 border-line bg-surface py-2 pr-1 pl-4 ${EDGE[tone]}`}
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4">
        <p className="py-2">{text}</p>
        {children}
      </div>
      <button
        type="button"
        aria-label={say("dismiss")}
        onClick={onClose}
        className="target grid place-items-center rounded text-quiet hover:text-ink"
      >
        <X aria-hidden size={20} />
      </button>
    </div>
  );
}
