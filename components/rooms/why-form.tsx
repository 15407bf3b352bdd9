import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { WallTime } from "@/lib/domain/calendar/wall-time";
import { sayPlace } from "@/lib/words/times";
import { words } from "@/lib/words/words";

type WhyFormProps = {
  people: readonly { id: string; name: string }[];
  seatId: string;
  moment: WallTime;
  /** Of the moment, an IANA name. */
  timeZone: string;
};

/** Asks about a person and a moment. A question and no act, so it is an address and works without script. */
export function WhyForm({ people, seatId, moment, timeZone }: WhyFormProps) {
  const say = words("rooms");
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form method="get" className="flex flex-col gap-4">
      <SelectField
        key={seatId}
        name="seat"
        label={say("why-person")}
        options={options}
        defaultValue={seatId}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="date" type="date" label={say("why-day")} defaultValue={moment.date} />
        <Field
          name="time"
          type="time"
          label={say("why-time", { place: sayPlace(timeZone) })}
          defaultValue={moment.time}
        />
      </div>
      <p>
        <Button type="submit">{say("why-ask")}</Button>
      </p>
    </form>
  );
}
