"use client";

import Link from "next/link";
import { CopyableText } from "@/components/forms/copyable-text";
import { FormFrame } from "@/components/forms/form-frame";
import { useForm, type FormAction } from "@/components/forms/use-form";
import { buttonLook } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { acs } from "@/lib/words/en/acs";
import { sayFrom, type ForBrowser } from "@/lib/words/say";

type ResourceCardProps = {
  /** Both connection strings, null for a key that can't be read; the origins with a space between. */
  resource: {
    id: string;
    name: string;
    primary: string | null;
    secondary: string | null;
    origins: string;
  };
  /** Saves the origins. */
  action: FormAction;
  messages: ForBrowser<typeof acs>;
};

const SLOTS = ["primary", "secondary"] as const;

/** One resource: what its programs are given, the way to new keys, and the pages that may join. */
export function ResourceCard({ resource, action, messages }: ResourceCardProps) {
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
        <Connection key={slot} slot={slot} resource={resource} messages={messages} />
      ))}
      <p className="flex flex-wrap gap-2">
        {SLOTS.map((slot) => (
          <Link
            key={slot}
            href={`/settings/acs/${id}/replace/${slot}`}
            className={buttonLook("bare")}
            aria-label={say(`replace-${slot}-name`, { name })}
          >
            {say(`replace-${slot}`)}
          </Link>
        ))}
        <Link
          href={`/settings/acs/${id}/delete`}
          className={buttonLook("bare")}
          aria-label={say("delete-name", { name })}
        >
          {say("delete")}
        </Link>
      </p>
      <OriginsForm resource={resource} action={action} messages={messages} />
    </article>
  );
}

type ConnectionProps = Omit<ResourceCardProps, "action"> & { slot: (typeof SLOTS)[number] };

function Connection({ slot, resource, messages }: ConnectionProps) {
  const say = sayFrom(messages, "en");
  const text = resource[slot];
  if (text === null) return <Notice tone="stop" title={say(`unreadable-${slot}`)} />;
  return (
    <CopyableText
      key={text}
      id={`${slot}-${resource.id}`}
      text={text}
      label={say(`connection-${slot}`)}
      copy={say("copy")}
      copied={say("copied")}
      show={say(`show-${slot}`)}
    />
  );
}

function OriginsForm({ resource, action, messages }: ResourceCardProps) {
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
