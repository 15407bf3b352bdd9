"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Changes that come closer together than this are looked at once. */
const GATHER_MS = 500;

type SeeAnewProps = {
  /** The address of a live channel that says when there is something new. */
  channel?: string;
};

/**
 * Loads what the page shows anew when somebody comes back to it, and when its channel says so. Not by
 * the clock, and not while nobody sees it: that would keep a session alive that nobody uses, and
 * each tab in the background would hold one of the few connections that a browser opens.
 */
export function SeeAnew({ channel }: SeeAnewProps) {
  const router = useRouter();
  useEffect(() => {
    let stream: EventSource | null = null;
    let due: number | undefined;
    const look = () => {
      due ??= window.setTimeout(() => {
        due = undefined;
        router.refresh();
      }, GATHER_MS);
    };
    const listen = () => {
      if (!channel || document.visibilityState !== "visible") return;
      stream = new EventSource(channel);
      stream.addEventListener("changed", look);
    };
    const turn = () => {
      stream?.close();
      listen();
      if (document.visibilityState === "visible") look();
    };
    listen();
    document.addEventListener("visibilitychange", turn);
    return () => {
      document.removeEventListener("visibilitychange", turn);
      stream?.close();
      clearTimeout(due);
    };
  }, [router, channel]);
  return null;
}
