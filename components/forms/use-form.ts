import { useActionState } from "react";
import type { Outcome } from "@/lib/domain/outcome";

/** A server action that a form is sent to. */
export type FormAction = (before: Outcome | null, form: FormData) => Promise<Outcome>;

/**
 * A form's way to the server and back: what is wrong stands beside its field, what was typed comes
 * back, and the first field to look at has the focus.
 */
export function useForm(action: FormAction, defaults: Readonly<Record<string, string>>) {
  const [outcome, submit, isPending] = useActionState(action, null);
  const refusal = outcome?.ok === false ? outcome : null;
  const values = refusal?.values ?? defaults;
  const problems = refusal?.fields ?? {};
  // What was typed came in the order in which the form shows it.
  const first = Object.keys(values).find((name) => problems[name]);
  return {
    submit,
    isPending,
    refusal,
    told: outcome?.ok ? outcome.told : undefined,
    problems,
    values,
    /** Fields are drawn anew after each answer: the browser has emptied them by then. */
    attempt: JSON.stringify(refusal),
    /** The common part of every text field. */
    field: (name: string) => ({
      name,
      problem: problems[name],
      defaultValue: values[name] ?? "",
      autoFocus: name === first,
    }),
  };
}

export type Form = ReturnType<typeof useForm>;
