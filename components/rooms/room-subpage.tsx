import Link from "next/link";
import type { ReactNode } from "react";
import { LONE_LINK } from "@/components/ui/link-look";
import { words } from "@/lib/words/words";

type RoomSubpageProps = {
  room: { id: string; title: string };
  heading: string;
  lead?: string;
  /** For what needs the whole width, such as a table. */
  isWide?: boolean;
  children: ReactNode;
};

/** A page about one thing to do with a room, with the way back to it. */
export function RoomSubpage(props: RoomSubpageProps) {
  const { room, heading, lead, isWide = false, children } = props;
  const { id, title } = room;
  return (
    <div className={`flex flex-col gap-6 ${isWide ? "" : "max-w-3xl"}`}>
      <p>
        <Link href={`/rooms/${id}`} className={LONE_LINK}>
          {words("rooms")("to-room", { title })}
        </Link>
      </p>
      <h1 className="text-xl font-bold sm:text-2xl">{heading}</h1>
      {lead && <p className="max-w-measure">{lead}</p>}
      {children}
    </div>
  );
}
