import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { DELIVERY_STATES } from "@/lib/domain/webhook/delivery-state";
import { MESSAGE_TYPES } from "@/lib/domain/webhook/event-type";
import { words } from "@/lib/words/words";

type DeliveryFilterProps = { action: string; state: string | null; type: string | null };

/** Which lines of the log to show; a plain form, so its answer has an address. */
export function DeliveryFilter({ action, state, type }: DeliveryFilterProps) {
  const say = words("webhooks");
  const any = { value: "", label: say("filter-any") };
  return (
    <search>
      <form action={action} className="flex flex-wrap items-end gap-3">
        <SelectField
          name="state"
          label={say("filter-state")}
          defaultValue={state ?? ""}
          options={[
            any,
            ...DELIVERY_STATES.map((value) => ({ value, label: say(`state-${value}`) })),
          ]}
        />
        <SelectField
          name="type"
          label={say("filter-type")}
          defaultValue={type ?? ""}
          options={[any, ...MESSAGE_TYPES.map((value) => ({ value, label: value }))]}
        />
        <Button type="submit">{say("filter")}</Button>
      </form>
    </search>
  );
}
