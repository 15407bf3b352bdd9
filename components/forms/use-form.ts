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
  const first = firstToLookAt(values, problems);
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

/**
 * The first field with a problem. What was typed came in the order in which the form shows it, but
 * for boxes that nobody ticked, which send nothing: those come last.
 */
export function firstToLookAt(
  typed: Readonly<Record<string, string>>,
  problems: Readonly<Record<string, string>>,
): string | undefined {
  return [...Object.keys(typed), ...Object.keys(problems)].find((name) => problems[name]);
}

export type Form = ReturnType<typeof useForm>;
