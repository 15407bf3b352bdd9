"use client";

import { useState, useSyncExternalStore, type FormEvent } from "react";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { RoomKind } from "@/lib/domain/room/room-kind";
import type { roomForm } from "@/lib/words/en/room-form";
import { sayFrom, type ForBrowser } from "@/lib/words/say";
import { FormFrame } from "@/components/forms/form-frame";
import { RulesFields } from "./rules-fields";
import { summarizePlan } from "./summarize-plan";
import { useForm, type FormAction } from "@/components/forms/use-form";
import { WindowFields, type SayForm } from "./window-fields";

type PlanFormProps = {
  action: FormAction;
  messages: ForBrowser<typeof roomForm>;
  kind: RoomKind;
  defaults: Readonly<Record<string, string>>;
  leaders: readonly { personId: string; name: string }[];
  timeZones: readonly string[];
};

/** Plans a room on one page, with the plan beside it as sentences. */
export function PlanForm(props: PlanFormProps) {
  const { action, messages, kind, defaults, leaders, timeZones } = props;
  const say = sayFrom(messages, "en");
  const form = useForm(action, defaults);
  const [fields, setFields] = useState(defaults);
  const readFields = (event: FormEvent<HTMLFormElement>) =>
    setFields(textsOf(new FormData(event.currentTarget)));
  const leader = leaders.find(({ personId }) => personId === fields.leaderId)?.name ?? "";
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
      <FormFrame
        form={form}
        hidden={{ kind }}
        submit={{ label: say("submit-new", { kind }), busy: say("busy"), variant: "filled" }}
        onInput={readFields}
      >
        <Field
          {...form.field("title")}
          label={say("title")}
          hint={kind === "visit" ? say("title-hint-visit") : undefined}
        />
        <WindowFields form={form} say={say} kind={kind} timeZones={timeZones} />
        <SelectField
          {...form.field("leaderId")}
          label={say("leader")}
          options={leaders.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
        <fieldset className="grid gap-4 sm:grid-cols-2">
          <legend className="mb-2">
            <span className="font-semibold">{say(`guest-${kind}`)}</span>{" "}
            <span className="text-sm text-quiet">{say("guest-hint")}</span>
          </legend>
          <Field {...form.field("guestName")} label={say("guest-name")} autoComplete="off" />
          <Field {...form.field("guestEmail")} label={say("guest-email")} autoComplete="off" />
        </fieldset>
        <RulesFields form={form} say={say} />
      </FormFrame>
      <Summary lines={summarizePlan({ kind, leader, fields }, say)} say={say} />
    </div>
  );
}

/** Only where it can follow what is typed; without script it would go stale. */
function Summary({ lines, say }: { lines: string[]; say: SayForm }) {
  const follows = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!follows) return null;
  return (
    <aside className="rounded border border-line bg-surface p-5 lg:sticky lg:top-6">
      <h2 className="mb-2 text-lg font-semibold">{say("summary-title")}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </aside>
  );
}

function never() {
  return () => undefined;
}

function textsOf(form: FormData): Record<string, string> {
  const entries = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(entries);
}
