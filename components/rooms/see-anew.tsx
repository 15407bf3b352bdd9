"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";

/** Changes that come closer together than this are looked at once. */
const GATHER_MS = 700;
/** How soon to ask again for a channel that was refused. */
const RETRY_MS = 10_000;

type SeeAnewProps = {
  /** The address of a live channel that says when there is something new, and once as it opens. */
  channel?: string | undefined;
};

/**
 * Loads what the page shows anew when somebody comes back to it, and when its channel says so. Not by
 * the clock, and not while nobody can see it: that would keep a session alive that nobody uses, and
 * each tab in the background would hold one of the few connections that a browser opens.
 */
export function SeeAnew({ channel }: SeeAnewProps) {
  const router = useRouter();
  const [isDue, setIsDue] = useState(false);
  const [isLooking, startLooking] = useTransition();
  useEffect(() => {
    if (!isDue || isLooking) return;
    const timer = setTimeout(() => {
      setIsDue(false);
      startLooking(() => router.refresh());
    }, GATHER_MS);
    return () => clearTimeout(timer);
  }, [isDue, isLooking, router]);

  useEffect(() => {
    const look = () => setIsDue(true);
    const isSeen = () => document.visibilityState === "visible";
    let stop = channel && isSeen() ? follow(channel, look) : () => undefined;
    const turn = () => {
      stop();
      if (!isSeen()) return;
      if (channel) stop = follow(channel, look);
      // A channel that is refused says nothing, such as to somebody who is signed out by now.
      look();
    };
    document.addEventListener("visibilitychange", turn);
    return () => {
      document.removeEventListener("visibilitychange", turn);
      stop();
    };
  }, [channel]);
  return null;
}

/**
 * Listens until it is stopped. The browser itself comes back, but not after an answer that is no
 * stream.
 */
function follow(channel: string, look: () => void): () => void {
  let retry: number | undefined;
  let stream: EventSource;
  const listen = () => {
    stream = new EventSource(channel);
    stream.addEventListener("changed", look);
    stream.onerror = () => {
      if (stream.readyState === EventSource.CLOSED) retry = window.setTimeout(listen, RETRY_MS);
    };
  };
  listen();
  return () => {
    clearTimeout(retry);
    stream.close();
  };
}
