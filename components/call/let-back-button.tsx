import { Button } from "@/components/ui/button";
import { useCall } from "./call-context";
import { OneLine } from "./one-line";
import { useAsk } from "./use-ask";

type LetBackButtonProps = { seatId: string; name: string };

/** Takes a removal back with one press. */
export function LetBackButton({ seatId, name }: LetBackButtonProps) {
  const { say } = useCall();
  const [ask, isAsking] = useAsk();
  return (
    <Button isBusy={isAsking} onClick={() => ask("return", { seatId })} className="max-w-full">
      <OneLine name={name} sentence={(named) => say("letBackIn", { name: named })} />
    </Button>
  );
}
