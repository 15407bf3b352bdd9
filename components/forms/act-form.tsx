"use client";

import type { ReactNode } from "react";
import type { ButtonVariant } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectField, type SelectOption } from "@/components/ui/select-field";
import { FormFrame } from "./form-frame";
import { useForm, type FormAction } from "./use-form";

type About = { name: string; label: string; hint?: string };

type ActFormProps = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  submit: { label: string; busy: string; variant?: ButtonVariant };
  /** A line of text that goes along, such as a reason. */
  text?: About;
  /** A choice that goes along, such as a role. */
  choice?: About & { options: readonly SelectOption[]; value: string };
  children?: ReactNode;
};

/** One act with at most two things to say about it, and one button. */
export function ActForm({ action, hidden, submit, text, choice, children }: ActFormProps) {
  const form = useForm(action, choice ? { [choice.name]: choice.value } : {});
  return (
    <FormFrame isTight form={form} hidden={hidden} submit={submit}>
      {choice && (
        <SelectField
          {...form.field(choice.name)}
          id={`${choice.name}-${hidden.seatId ?? ""}`}
          label={choice.label}
          options={choice.options}
        />
      )}
      {text && <Field {...form.field(text.name)} label={text.label} hint={text.hint} />}
      {children}
    </FormFrame>
  );
}
