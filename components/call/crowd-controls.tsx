import type { Source } from "@/lib/domain/call/media-grant";
import { can } from "@/lib/domain/room/permissions";
import type { CallWord } from "@/lib/words/en/call";
import { Button } from "@/components/ui/button";
import { useCall } from "./call-context";
import { useAsk } from "./use-ask";

/** Below this many, each of them has the same in their own row. */
const FEWEST = 2;

const FORBID = {
  microphone: "forbidMicrophones",
  camera: "forbidCameras",
} as const satisfies Record<Exclude<Source, "screen">, CallWord>;

const ALLOW = { microphone: "allowMicrophones", camera: "allowCameras" } as const satisfies Record<
  Exclude<Source, "screen">,
  CallWord
>;

/** Microphones and cameras of all who may only speak, taken and given back at once. */
export function CrowdControls() {
  const { me, view, state, say } = useCall();
  const [ask, isAsking] = useAsk();
  const attendees = new Set(
    view.people.filter(({ role }) => role === "attendee").map(({ seatId }) => seatId),
  );
  const inside = state.people.filter(({ seatId }) => attendees.has(seatId));
  if (!can(me.role, "muteOthers") || inside.length < FEWEST) return null;
  const withheld = (["microphone", "camera"] as const).filter((source) =>
    inside.every(({ maySend }) => !maySend.includes(source)),
  );
  const toggle = (source: "microphone" | "camera") => {
    const others = withheld.filter((each) => each !== source);
    ask("sources", {
      seatId: null,
      withheld: withheld.includes(source) ? others : [...others, source],
    });
  };
  return (
    <section aria-label={say("crowdLabel")} className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold text-quiet">{say("crowdLabel")}</h3>
      {(["microphone", "camera"] as const).map((source) => (
        <Button key={source} isBusy={isAsking} onClick={() => toggle(source)}>
          {say((withheld.includes(source) ? ALLOW : FORBID)[source])}
        </Button>
      ))}
    </section>
  );
}
