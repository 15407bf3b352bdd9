"use client";

import { FormFrame } from "@/components/forms/form-frame";
import { useForm, type FormAction } from "@/components/forms/use-form";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { Field } from "@/components/ui/field";
import { FieldProblem } from "@/components/ui/field-frame";
import { EVENT_CHOICES, EVENT_GROUPS } from "@/lib/domain/webhook/event-type";
import type { webhooks } from "@/lib/words/en/webhooks";
import { sayFrom, type ForBrowser } from "@/lib/words/say";
import { SecretOnce } from "./secret-once";

type EndpointFormProps = {
  action: FormAction;
  messages: ForBrowser<typeof webhooks>;
  hidden: Readonly<Record<string, string>>;
  defaults: Readonly<Record<string, string>>;
  submit: string;
  /** Addresses of this machine itself are taken, too. */
  takesLoopback: boolean;
};

const GROUPS = ["room", "seat", "call"] as const satisfies (keyof typeof EVENT_GROUPS)[];

/** Where webhooks go and what they tell. A new one's secret is shown in the form's place, once. */
export function EndpointForm(props: EndpointFormProps) {
  const { action, messages, hidden, defaults, submit, takesLoopback } = props;
  const say = sayFrom(messages, "en");
  const form = useForm(action, defaults);
  const { values, problems, told } = form;
  if (told?.secret) {
    const href = `/settings/webhooks/${told.endpointId}`;
    return <SecretOnce secret={told.secret} href={href} messages={messages} />;
  }
  return (
    <FormFrame
      form={form}
      hidden={hidden}
      submit={{ label: submit, busy: say("busy"), variant: "filled" }}
    >
      <Field
        {...form.field("url")}
        label={say("url")}
        hint={say(takesLoopback ? "url-hint-loopback" : "url-hint")}
        type="url"
        inputMode="url"
        autoComplete="off"
      />
      <div className="group/which flex flex-col gap-6">
        <fieldset className="flex flex-col" aria-describedby={problems.events && "events-problem"}>
          <legend className="mb-1 font-semibold">{say("which")}</legend>
          {EVENT_CHOICES.map((choice) => (
            <CheckboxField
              key={choice}
              type="radio"
              name="which"
              value={choice}
              label={say(`which-${choice}`)}
              defaultChecked={values.which === choice}
              autoFocus={values.which === choice && form.field("events").autoFocus}
            />
          ))}
          <FieldProblem id="events" problem={problems.events} />
        </fieldset>
        {GROUPS.map((group) => (
          <fieldset
            key={group}
            className="flex flex-col border-l border-line pl-4 group-has-[input[value=all]:checked]/which:hidden"
          >
            <legend className="mb-1 font-semibold">{say(`group-${group}`)}</legend>
            {EVENT_GROUPS[group].map((event) => (
              <CheckboxField
                key={event}
                name={event}
                value="on"
                label={say(event)}
                hint={event}
                defaultChecked={values[event] === "on"}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </FormFrame>
  );
}
