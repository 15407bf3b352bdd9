"use client";

import { Field } from "@/components/ui/field";
import type { RoomKind } from "@/lib/domain/room/room-kind";
import type { roomForm } from "@/lib/words/en/room-form";
import { sayFrom, type ForBrowser } from "@/lib/words/say";
import { FormFrame } from "@/components/forms/form-frame";
import { RulesFields } from "./rules-fields";
import { useForm, type FormAction } from "@/components/forms/use-form";
import { LengthField } from "./window-fields";

type EditFormProps = {
  action: FormAction;
  messages: ForBrowser<typeof roomForm>;
  hidden: Readonly<Record<string, string>>;
  defaults: Readonly<Record<string, string>>;
  kind: RoomKind;
};

/** Changes a room in place. When somebody saved meanwhile, their values stand beside the fields. */
export function EditForm({ action, messages, hidden, defaults, kind }: EditFormProps) {
  const say = sayFrom(messages, "en");
  const form = useForm(action, defaults);
  const isConflict = form.refusal?.code === "changed-meanwhile";
  const label = say(isConflict ? "submit-over" : "submit-edit");
  const submit = { label, busy: say("busy"), variant: "filled" } as const;
  return (
    <FormFrame form={form} hidden={{ ...hidden, kind }} submit={submit}>
      <Field {...form.field("title")} label={say("title")} />
      <LengthField form={form} say={say} kind={kind} />
      <RulesFields form={form} say={say} />
    </FormFrame>
  );
}
