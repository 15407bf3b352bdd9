"use client";

import { useEffect, useRef } from "react";
import { Notice, type NoticeProps } from "./notice";

/**
 * What has just come of a press. It takes the focus, so that it comes into sight and is read aloud,
 * and Tab goes on from there: what was pressed is often gone. Give it a key where another result may
 * take its place.
 */
export function ResultNotice(props: Omit<NoticeProps, "ref" | "tabIndex" | "role">) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return <Notice ref={notice} tabIndex={-1} role="status" {...props} />;
}
