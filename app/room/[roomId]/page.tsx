import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { RoomScreen } from "@/components/room/room-screen";
import { viewRoom } from "@/lib/operations/join/view-room";
import { visitorContext } from "@/lib/web/room-context";
import { toWire } from "@/lib/web/to-wire";
import { messagesOf, words } from "@/lib/words/words";

type RoomRoute = { params: Promise<{ roomId: string }> };

/** Loaded once for the head and the body of the page. */
const load = cache(async (roomId: string) =>
  toWire(await viewRoom(await visitorContext(await headers(), roomId))),
);

export async function generateMetadata({ params }: RoomRoute): Promise<Metadata> {
  const { room } = await load((await params).roomId);
  const say = words("room");
  return {
    title: { absolute: room?.title ?? say("thing", { kind: "unknown" }) },
    robots: { index: false },
  };
}

/** A room's page, before, during and after the call: what the room decides for whoever looks. */
export default async function RoomPage({ params }: RoomRoute) {
  const { roomId } = await params;
  const view = await load(roomId);
  if (view.decision.kind === "refuse" && view.decision.reason === "room-not-found") notFound();
  const messages = {
    room: messagesOf("room"),
    devices: messagesOf("devices"),
    call: messagesOf("call"),
  };
  return <RoomScreen first={view} roomId={roomId} messages={messages} />;
}
