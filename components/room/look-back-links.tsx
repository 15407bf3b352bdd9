import { LONE_LINK } from "@/components/ui/link-look";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import type { SayRoom } from "./told";

type LookBackProps = { roomId: string; me: NonNullable<Wire<RoomView>["me"]>; say: SayRoom };

/** The ways to what was, for those who may read it. */
export function LookBackLinks({ roomId, me: { mayRead }, say }: LookBackProps) {
  return (
    <>
      {mayRead.whoWasHere && <Way to={`/room/${roomId}/who`}>{say("who-was-here")}</Way>}
      {mayRead.record && <Way to={`/room/${roomId}/record`}>{say("record")}</Way>}
    </>
  );
}

function Way({ to, children }: { to: string; children: string }) {
  return (
    <p>
      <a className={LONE_LINK} href={to}>
        {children}
      </a>
    </p>
  );
}
