import Volume2 from "lucide-react/icons/volume-2";
import { Button } from "@/components/ui/button";
import { useCall } from "./call-context";

/** One large button where the browser plays no sound without a press. */
export function SoundGate() {
  const { state, session, say } = useCall();
  if (!state.isSoundBlocked || state.link === "joining") return null;
  return (
    <div className="absolute inset-0 z-30 grid place-items-center bg-ground/80 p-6">
      <div className="flex max-w-sm flex-col items-center gap-3 text-center">
        <Button
          variant="filled"
          className="px-8 py-4 text-lg"
          onClick={() => void session.playMedia()}
        >
          <Volume2 aria-hidden /> {say("turnSoundOn")}
        </Button>
        <p>{say("soundBlockedText")}</p>
      </div>
    </div>
  );
}
