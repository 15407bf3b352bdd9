"use client";

import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import type { Tone } from "./notice";
import { ResultNotice } from "./result-notice";

type DoneNoticeProps = { title: string; tone?: Tone; children?: ReactNode };

/**
 * What was just done, as the address says; with another address it is another notice, even in the
 * same words. It gives way once something else on the page fails.
 */
export function DoneNotice({ title, tone = "open", children }: DoneNoticeProps) {
  const done = useSearchParams().toString();
  return (
    <ResultNotice key={done} title={title} tone={tone} className="unless-failed">
      {children}
    </ResultNotice>
  );
}
