import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { roomForm } from "@/lib/words/en/room-form";
import type { Say } from "@/lib/words/say";
import type { Form } from "@/components/forms/use-form";

export type SayForm = Say<keyof typeof roomForm>;

type WindowFieldsProps = { form: Form; say: SayForm; timeZones: readonly string[] };

/** Day, start, length and zone: a window as clocks on the wall show it. */
export function WindowFields({ form, say, timeZones }: WindowFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field {...form.field("date")} label={say("date")} type="date" />
      <Field {...form.field("time")} label={say("time")} type="time" />
      <LengthField form={form} say={say} />
      <SelectField
        {...form.field("timeZone")}
        label={say("time-zone")}
        options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
    </div>
  );
}

export function LengthField({ form, say }: { form: Form; say: SayForm }) {
  return <Field {...form.field("lengthMinutes")} label={say("length")} inputMode="numeric" />;
}
