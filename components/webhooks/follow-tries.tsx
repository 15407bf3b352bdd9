"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** How long after the one before each look is, in milliseconds. */
const LOOKS_MS = [1_000, 1_000, 2_000, 3_000, 5_000, 8_000, 12_000];

/**
 * Loads what the page shows anew while a try is under way, until it is taken away with that. It stops
 * by itself, so that a page left open keeps no session alive.
 */
export function FollowTries() {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = ([wait, ...later]: readonly number[]) => {
      if (wait === undefined) return;
      timer = setTimeout(() => {
        router.refresh();
        look(later);
      }, wait);
    };
    look(LOOKS_MS);
    return () => clearTimeout(timer);
  }, [router]);
  return null;
}
