import { CheckboxField } from "@/components/ui/checkbox-field";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { RoomKind } from "@/lib/domain/room/room-kind";
import { isUnusuallyLong } from "@/lib/domain/room/unusual-length";
import type { roomForm } from "@/lib/words/en/room-form";
import type { Say } from "@/lib/words/say";
import { sayLength } from "@/lib/words/times";
import type { Form } from "@/components/forms/use-form";

export type SayForm = Say<keyof typeof roomForm>;

type LengthFieldProps = { form: Form; say: SayForm; kind: RoomKind };
type WindowFieldsProps = LengthFieldProps & { timeZones: readonly string[] };

/** Day, start, length and zone: a window as clocks on the wall show it. */
export function WindowFields({ form, say, kind, timeZones }: WindowFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field {...form.field("date")} label={say("date")} type="date" />
      <Field {...form.field("time")} label={say("time")} type="time" />
      <LengthField form={form} say={say} kind={kind} />
      <SelectField
        {...form.field("timeZone")}
        label={say("time-zone")}
        options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
    </div>
  );
}

/** The length, with a yes to tick when it is unusual for the kind. */
export function LengthField({ form, say, kind }: LengthFieldProps) {
  const { values } = form;
  const minutes = Number(values.lengthMinutes);
  const isConfirmed = Number(values.confirmedLength) === minutes;
  const { autoFocus, problem } = form.field("confirmedLength");
  const isAsked = problem || isConfirmed;
  return (
    <div>
      <Field {...form.field("lengthMinutes")} label={say("length")} inputMode="numeric" />
      {isAsked && isUnusuallyLong(kind, minutes) && (
        <CheckboxField
          name="confirmedLength"
          value={minutes}
          label={say("length-yes", { length: sayLength(minutes) })}
          defaultChecked={isConfirmed}
          problem={problem}
          autoFocus={autoFocus}
        />
      )}
    </div>
  );
}
