"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Outcome } from "@/lib/domain/outcome";

type SignInFormProps = {
  send: (before: Outcome | null, form: FormData) => Promise<Outcome>;
  /** The page to open afterwards. */
  next: string;
  texts: { label: string; hint: string; send: string; sending: string };
};

/** One address and one button; works without script. */
export function SignInForm({ send, next, texts }: SignInFormProps) {
  const [outcome, submit, isPending] = useActionState(send, null);
  const refusal = outcome?.ok === false ? outcome : undefined;
  const problem = refusal?.fields?.email;
  return (
    <form action={submit} className="flex flex-col gap-5" noValidate>
      {refusal && !problem && <Notice tone="stop" role="alert" title={refusal.message} />}
      <Field
        key={problem}
        label={texts.label}
        hint={texts.hint}
        problem={problem}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={refusal?.values?.email}
        autoFocus={problem !== undefined}
        required
      />
      <input type="hidden" name="next" value={next} />
      <Button type="submit" variant="filled" aria-disabled={isPending}>
        {isPending ? texts.sending : texts.send}
      </Button>
    </form>
  );
}
