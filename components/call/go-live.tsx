import { Button } from "@/components/ui/button";
import { useCall } from "./call-context";
import { useAsk } from "./use-ask";

/** Lets the audience in. The one filled button of a webinar's backstage. */
export function GoLive() {
  const { say } = useCall();
  const [ask, isAsking] = useAsk();
  return (
    <Button
      variant="filled"
      title={say("goLiveHint")}
      isBusy={isAsking}
      onClick={() => ask("go-live")}
    >
      {say("goLive")}
    </Button>
  );
}
