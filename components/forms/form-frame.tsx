import type { FormEventHandler, ReactNode } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Form } from "./use-form";

type FormFrameProps = {
  form: Form;
  /** What goes along unseen: ids and versions. */
  hidden: Readonly<Record<string, string>>;
  submit: { label: string; busy: string; variant?: ButtonVariant };
  onInput?: FormEventHandler<HTMLFormElement>;
  /** Little room between its parts, for one act among several. */
  isTight?: boolean;
  children?: ReactNode;
};

/** What every form has: what went wrong on top, its fields, and one button. Works without script. */
export function FormFrame(props: FormFrameProps) {
  const { form, hidden, submit, onInput, isTight = false, children } = props;
  const rows = isTight ? "flex flex-col gap-3" : "flex flex-col gap-6";
  const { refusal, isPending } = form;
  return (
    <form
      action={form.submit}
      onInput={onInput}
      onSubmit={(event) => isPending && event.preventDefault()}
      noValidate
      className={rows}
    >
      {refusal && <Notice tone="stop" role="alert" title={refusal.message} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={refusal?.values?.[name] ?? value} />
      ))}
      {children && (
        <div key={form.attempt} className={`${rows} empty:hidden`}>
          {children}
        </div>
      )}
      <div>
        <Button type="submit" variant={submit.variant ?? "plain"} aria-disabled={isPending}>
          {isPending ? submit.busy : submit.label}
        </Button>
      </div>
    </form>
  );
}
