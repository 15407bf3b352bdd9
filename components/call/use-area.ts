import { useLayoutEffect, useState, type RefObject } from "react";
import type { Area } from "@/lib/domain/call/grid-layout";

/** The size of an element's inside, from before the first paint on; null until it is known. */
export function useArea(element: RefObject<HTMLElement | null>): Area | null {
  const [area, setArea] = useState<Area | null>(null);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () => setArea({ width: measured.clientWidth, height: measured.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return area;
}
