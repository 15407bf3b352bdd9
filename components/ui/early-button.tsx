import type { ComponentProps } from "react";
import { Button } from "./button";

type EarlyButtonProps = Omit<ComponentProps<typeof Button>, "type" | "onClick"> & {
  press: () => void;
};

/**
 * A button that needs the page's scripts, on a page that is drawn before they are there: a press
 * that comes too early counts as soon as they are. React keeps it, because it submits a form.
 */
export function EarlyButton({ press, ...rest }: EarlyButtonProps) {
  return (
    // Nothing is handed back: what it sets would be drawn only once a promise is settled.
    <form action={() => void press()} className="contents">
      <Button type="submit" {...rest} />
    </form>
  );
}
