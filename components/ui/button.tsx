import type { ComponentProps, MouseEvent } from "react";
import { joinClasses } from "./join-classes";

/**
 * `filled`: the most important action, once on a page. `stop`: filled too, for the act that a dialog
 * asks about. `plain`: everything else. `bare`: a second thought, beside others.
 */
export type ButtonVariant = "filled" | "plain" | "stop" | "bare";

const BASE =
  "inline-flex target items-center justify-center gap-2 rounded border py-2 text-center font-semibold transition-colors disabled:opacity-55 aria-disabled:opacity-55";

const LOOK = {
  filled: "border-transparent px-5 bg-accent text-on-accent hover:bg-accent/88",
  stop: "border-transparent px-5 bg-stop text-on-accent hover:bg-stop/88",
  plain: "border-quiet px-5 bg-surface text-ink hover:border-ink",
  bare: "border-transparent px-0.5 font-medium text-accent underline underline-offset-4 hover:decoration-2",
} as const satisfies Record<ButtonVariant, string>;

/** The look of a button, for what isn't one: a link, a summary. */
export function buttonLook(variant: ButtonVariant, more?: string): string {
  return joinClasses(BASE, LOOK[variant], more);
}

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  /** What it began goes on: it stays where it is, with the focus, and another press does nothing. */
  isBusy?: boolean;
};

export function Button(props: ButtonProps) {
  const { variant = "plain", type = "button", className, isBusy = false, ...rest } = props;
  const busy = isBusy && { "aria-disabled": true, "aria-busy": true, onClick: doNothing };
  return <button type={type} className={buttonLook(variant, className)} {...rest} {...busy} />;
}

/** Neither a press nor Enter in a field sends the form again. */
function doNothing(event: MouseEvent): void {
  event.preventDefault();
}

type ButtonLinkProps = ComponentProps<"a"> & { variant?: ButtonVariant; href: string };

/** A link that looks like a button: goes somewhere, changes nothing. */
export function ButtonLink({ variant = "plain", className, ...rest }: ButtonLinkProps) {
  return <a className={buttonLook(variant, className)} {...rest} />;
}
