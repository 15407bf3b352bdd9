import { useEffect } from "react";
import { hasAskedBack } from "@/lib/domain/room/decision";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import type { DevicePreview } from "./device-check/device-preview";
import { sendableKinds } from "./may-send";

/** Whether camera and microphone belong on the page now, and whether they start by themselves. */
export function deviceTime(
  { decision }: Wire<RoomView>,
  wantsIn: boolean,
): "now" | "if-asked" | "never" {
  if (decision.kind === "admit") return "now";
  // Whoever is taken in by somebody's yes sees before it what the others will see.
  if (hasAskedBack(decision)) return wantsIn ? "now" : "never";
  if (decision.kind === "refuse") return decision.reason === "too-early" ? "if-asked" : "never";
  // Whoever moves their call here sees first what goes along.
  if (decision.reason === "in-lobby" || decision.reason === "elsewhere") return "now";
  return decision.reason === "full" ? "if-asked" : "never";
}

/**
 * Opens camera and microphone when it is time, so that the page needs no press for it, and closes
 * them when there is nothing to come any more.
 */
export function useReadyDevices(
  preview: DevicePreview,
  view: Wire<RoomView>,
  { wantsIn, isAway }: { wantsIn: boolean; isAway: boolean },
): void {
  const when = isAway ? "never" : deviceTime(view, wantsIn);
  const kinds = sendableKinds(view).join(" ");

  useEffect(() => {
    if (when === "never") preview.close();
    if (when !== "now") return;
    const open = () => {
      if (document.visibilityState !== "visible") return;
      void preview.open(sendableKinds(view));
    };
    open();
    document.addEventListener("visibilitychange", open);
    return () => document.removeEventListener("visibilitychange", open);
    // `kinds` stands for the view: only what may be sent matters here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [preview, when, kinds]);
}
