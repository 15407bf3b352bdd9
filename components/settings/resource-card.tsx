"use client";

import { ActForm } from "@/components/forms/act-form";
import { CopyableText } from "@/components/forms/copyable-text";
import { FormFrame } from "@/components/forms/form-frame";
import { useForm, type FormAction } from "@/components/forms/use-form";
import { Field } from "@/components/ui/field";
import type { acs } from "@/lib/words/en/acs";
import { sayFrom, type ForBrowser } from "@/lib/words/say";

type ResourceCardProps = {
  /** Both connection strings, and the origins with a space between. */
  resource: { id: string; name: string; primary: string; secondary: string; origins: string };
  actions: { replaceKey: FormAction; changeOrigins: FormAction };
  messages: ForBrowser<typeof acs>;
};

const SLOTS = ["primary", "secondary"] as const;

/** One resource: what its programs are given, new keys, and the pages that may join. */
export function ResourceCard({ resource, actions, messages }: ResourceCardProps) {
  const say = sayFrom(messages, "en");
  const { id, name } = resource;
  return (
    <article
      aria-labelledby={id}
      className="flex flex-col gap-4 rounded border border-line bg-surface px-4 py-3"
    >
      <div>
        <h3 id={id} className="font-semibold break-words">
          {name}
        </h3>
        <p className="text-sm break-all text-quiet">{say("resource", { id })}</p>
      </div>
      {SLOTS.map((slot) => (
        <CopyableText
          key={resource[slot]}
          id={`${slot}-${id}`}
          text={resource[slot]}
          label={say(`connection-${slot}`)}
          copy={say("copy")}
          copied={say("copied")}
        />
      ))}
      <ReplaceKeys resource={resource} action={actions.replaceKey} messages={messages} />
      <OriginsForm resource={resource} action={actions.changeOrigins} messages={messages} />
    </article>
  );
}

type PartProps = Pick<ResourceCardProps, "resource" | "messages"> & { action: FormAction };

/** Folded, so that it takes two presses and says before the second what will happen. */
function ReplaceKeys({ resource: { id, name }, action, messages }: PartProps) {
  const say = sayFrom(messages, "en");
  return (
    <details className="rounded border border-line px-4 py-2">
      <summary className="py-2 font-semibold text-stop">{say("replace-ask")}</summary>
      <div className="flex flex-col gap-4 pb-3">
        <p className="max-w-measure text-sm text-quiet">{say("replace-why")}</p>
        <div className="flex flex-wrap gap-2">
          {SLOTS.map((slot) => (
            <ActForm
              key={slot}
              action={action}
              hidden={{ resourceId: id, slot }}
              submit={{
                label: say(`replace-${slot}`, { name }),
                busy: say("busy"),
                variant: "stop",
              }}
            />
          ))}
        </div>
      </div>
    </details>
  );
}

function OriginsForm({ resource, action, messages }: PartProps) {
  const say = sayFrom(messages, "en");
  const form = useForm(action, { origins: resource.origins });
  return (
    <FormFrame
      isTight
      form={form}
      hidden={{ resourceId: resource.id }}
      submit={{ label: say("origins-submit"), busy: say("busy") }}
    >
      <Field
        {...form.field("origins")}
        id={`origins-${resource.id}`}
        label={say("origins")}
        hint={say("origins-hint")}
      />
    </FormFrame>
  );
}
