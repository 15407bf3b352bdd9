import type { ReactNode } from "react";
import { ActForm } from "@/components/forms/act-form";
import type { FormAction } from "@/components/forms/use-form";
import { ButtonLink } from "@/components/ui/button";

type AskFirstProps = {
  title: string;
  /** What follows from it. */
  lead: string;
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  submit: { label: string; busy: string };
  /** The way back without doing it. */
  keep: { label: string; href: string };
  children?: ReactNode;
};

/** Asks before something is done that can't be taken back. */
export function AskFirst({ title, lead, action, hidden, submit, keep, children }: AskFirstProps) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold break-words">{title}</h2>
      <p className="max-w-measure break-words">{lead}</p>
      {children}
      <ActForm action={action} hidden={hidden} submit={{ ...submit, variant: "stop" }} />
      <p>
        <ButtonLink href={keep.href}>{keep.label}</ButtonLink>
      </p>
    </section>
  );
}
