import { PublicFrame } from "@/components/shell/public-frame";
import { words } from "@/lib/words/words";

/** The address leads to no room. */
export default function RoomNotFound() {
  const say = words("room");
  return (
    <PublicFrame owner={words("shell")("product")}>
      <h1 className="text-xl font-bold sm:text-2xl">{say("not-found")}</h1>
      <p className="mt-4 max-w-measure">{say("not-found-why")}</p>
      <p className="mt-2 max-w-measure">{say("not-found-next")}</p>
    </PublicFrame>
  );
}
