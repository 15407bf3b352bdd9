"use client";

import { Field } from "@/components/ui/field";
import { SelectField, type SelectOption } from "@/components/ui/select-field";
import type { roomForm } from "@/lib/words/en/room-form";
import { sayFrom, type ForBrowser } from "@/lib/words/say";
import { FormFrame } from "@/components/forms/form-frame";
import { useForm, type FormAction } from "@/components/forms/use-form";

type AddPersonFormProps = {
  action: FormAction;
  messages: ForBrowser<typeof roomForm>;
  roomId: string;
  capacities: readonly SelectOption[];
  timeZones: readonly string[];
  defaults: Readonly<Record<string, string>>;
  asksBirthYear: boolean;
};

/** Puts one person on the list. */
export function AddPersonForm(props: AddPersonFormProps) {
  const { action, messages, roomId, capacities, timeZones, defaults, asksBirthYear } = props;
  const say = sayFrom(messages, "en");
  const form = useForm(action, defaults);
  return (
    <FormFrame form={form} hidden={{ roomId }} submit={{ label: say("add"), busy: say("busy") }}>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <Field {...form.field("name")} label={say("name")} autoComplete="off" />
        <SelectField {...form.field("capacity")} label={say("capacity")} options={capacities} />
        <Field
          {...form.field("email")}
          label={say("email")}
          hint={say("email-hint")}
          type="email"
          autoComplete="off"
        />
        {asksBirthYear && (
          <Field
            {...form.field("birthYear")}
            label={say("birth-year")}
            hint={say("birth-year-hint")}
            inputMode="numeric"
          />
        )}
        <SelectField
          {...form.field("timeZone")}
          label={say("time-zone")}
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
      </div>
    </FormFrame>
  );
}
