"use client";

import { CopyableText } from "@/components/forms/copyable-text";
import { FormFrame } from "@/components/forms/form-frame";
import { useForm, type FormAction } from "@/components/forms/use-form";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { Field } from "@/components/ui/field";
import { FieldProblem } from "@/components/ui/field-frame";
import { ResultNotice } from "@/components/ui/result-notice";
import { SelectField } from "@/components/ui/select-field";
import { LIFETIME_NAMES } from "@/lib/domain/program/key-lifetime";
import { SCOPES } from "@/lib/domain/program/scope";
import type { keys } from "@/lib/words/en/keys";
import { sayFrom, type ForBrowser } from "@/lib/words/say";

type KeyFormProps = { action: FormAction; messages: ForBrowser<typeof keys> };

/** Makes a key and shows it this once. */
export function KeyForm({ action, messages }: KeyFormProps) {
  const say = sayFrom(messages, "en");
  const form = useForm(action, { lifetime: "year", "rooms:read": "on" });
  const { values, problems, told } = form;
  return (
    <div className="flex flex-col gap-6">
      {told?.secret && (
        <ResultNotice key={told.secret} tone="open" title={say("here", { name: told.name ?? "" })}>
          <p>{say("here-why")}</p>
          <CopyableText
            text={told.secret}
            label={say("label")}
            copy={say("copy")}
            copied={say("copied")}
          />
        </ResultNotice>
      )}
      <FormFrame
        form={form}
        hidden={{}}
        submit={{ label: say("submit"), busy: say("busy"), variant: "filled" }}
      >
        <Field {...form.field("name")} label={say("name")} hint={say("name-hint")} maxLength={60} />
        <fieldset className="flex flex-col" aria-describedby={problems.scopes && "scopes-problem"}>
          <legend className="mb-1 font-semibold">{say("rights")}</legend>
          {SCOPES.map((scope, index) => (
            <CheckboxField
              key={scope}
              name={scope}
              value="on"
              label={say(scope)}
              hint={scope}
              defaultChecked={values[scope] === "on"}
              autoFocus={index === 0 && form.field("scopes").autoFocus}
            />
          ))}
          <FieldProblem id="scopes" problem={problems.scopes} />
        </fieldset>
        <SelectField
          {...form.field("lifetime")}
          label={say("lifetime")}
          options={LIFETIME_NAMES.map((value) => ({ value, label: say(`lifetime-${value}`) }))}
        />
      </FormFrame>
    </div>
  );
}
