import type { ReactNode } from "react";
import { Notice, type Tone } from "./notice";

type DoneNoticeProps = { title: string; tone?: Tone; children?: ReactNode };

/** What was just done, as the address says. It gives way once something else on the page fails. */
export function DoneNotice({ title, tone = "open", children }: DoneNoticeProps) {
  return (
    <Notice role="status" title={title} tone={tone} className="unless-failed">
      {children}
    </Notice>
  );
}
