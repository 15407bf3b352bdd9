import type { ReactNode } from "react";
import type { Tone } from "./notice";
import { ResultNotice } from "./result-notice";

type DoneNoticeProps = { title: string; tone?: Tone; children?: ReactNode };

/** What was just done, as the address says. It gives way once something else on the page fails. */
export function DoneNotice({ title, tone = "open", children }: DoneNoticeProps) {
  return (
    <ResultNotice key={title} title={title} tone={tone} className="unless-failed">
      {children}
    </ResultNotice>
  );
}
