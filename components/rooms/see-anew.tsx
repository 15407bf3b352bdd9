"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Loads what the page shows anew when somebody comes back to it. Not by the clock: that would keep
 * a session alive that nobody uses.
 */
export function SeeAnew() {
  const router = useRouter();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [router]);
  return null;
}
