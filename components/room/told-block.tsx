import type { Mark, Told } from "./told";

const COLOUR = {
  open: "text-open",
  soon: "text-soon",
  stop: "text-stop",
  quiet: "text-quiet",
} as const satisfies Record<Mark, string>;

/** One state in words. The headline is read out when it changes; the countdown beside it is not. */
export function ToldBlock({ told, isTitle = false }: { told: Told; isTitle?: boolean }) {
  const Headline = isTitle ? "h1" : "h2";
  return (
    <div className="flex max-w-measure flex-col gap-2">
      <div className="flex items-baseline gap-3">
        <MarkShape mark={told.mark} />
        <div className="flex flex-wrap items-baseline gap-x-3">
          <div role="status">
            <Headline
              tabIndex={-1}
              data-focus-home
              className={isTitle ? "text-xl font-bold" : "text-lg font-bold"}
            >
              {told.headline}
            </Headline>
          </div>
          {told.countdown && (
            <p role="timer" className="text-lg text-quiet tabular-nums">
              {told.countdown}
            </p>
          )}
        </div>
      </div>
      {told.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** A shape of its own for each state, so that colour is not alone. */
function MarkShape({ mark }: { mark: Mark }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      className={`size-4 shrink-0 translate-y-0.5 fill-none stroke-current stroke-2 ${COLOUR[mark]}`}
    >
      {mark === "open" && <circle cx="8" cy="8" r="6" className="fill-current" />}
      {mark === "soon" && <circle cx="8" cy="8" r="6" />}
      {mark === "quiet" && <path d="M2.500 8.500l3.500 4 7.500-9" />}
      {mark === "stop" && <path d="M3 3l10 10M13 3L3 13" />}
    </svg>
  );
}
