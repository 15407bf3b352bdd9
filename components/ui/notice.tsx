import type { ComponentProps, ReactNode } from "react";
import { joinClasses } from "./join-classes";

export type Tone = "open" | "soon" | "stop" | "quiet";

const EDGE = {
  open: "border-l-open",
  soon: "border-l-soon",
  stop: "border-l-stop",
  quiet: "border-l-quiet",
} as const satisfies Record<Tone, string>;

export type NoticeProps = Pick<ComponentProps<"div">, "ref" | "tabIndex"> & {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits; leave it out for what stands there from the start. */
  role?: "alert" | "status";
  className?: string;
};

/** Something to know, where it matters. The words say what the colour says. */
export function Notice(props: NoticeProps) {
  const { tone = "quiet", title, children, className, ...rest } = props;
  return (
    <div
      {...rest}
      className={joinClasses(
        "flex max-w-measure flex-col gap-1 rounded border border-l-4 border-line bg-surface px-4 py-3",
        EDGE[tone],
        className,
      )}
    >
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}
