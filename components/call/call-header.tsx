import { can } from "@/lib/domain/room/permissions";
import { Badge } from "@/components/ui/badge";
import { CallClock } from "./call-clock";
import { useCall } from "./call-context";
import { GoLive } from "./go-live";

/** Whose call it is, whether it is live, and how long it goes on. */
export function CallHeader() {
  const { room, me, say } = useCall();
  const isBackstage = can(me.role, "enterBackstage");
  return (
    <header className="flex min-h-14 shrink-0 items-center gap-3 px-4 py-1">
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-base leading-tight">{room.title}</h1>
        <p className="truncate text-sm text-quiet max-sm:hidden">{room.organizationName}</p>
      </div>
      {room.kind === "webinar" && room.isLive && <Badge tone="open">{say("live")}</Badge>}
      {room.kind === "webinar" && !room.isLive && isBackstage && (
        <span className="max-sm:hidden">
          <Badge tone="soon">{say("backstage")}</Badge>
        </span>
      )}
      <CallClock />
      {room.kind === "webinar" && !room.isLive && can(me.role, "goLive") && <GoLive />}
    </header>
  );
}
