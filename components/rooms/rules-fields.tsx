import { CheckboxField } from "@/components/ui/checkbox-field";
import { Field } from "@/components/ui/field";
import { ROLES } from "@/lib/domain/room/role";
import { ROOM_ACCESS } from "@/lib/domain/room/room-kind";
import type { Form } from "@/components/forms/use-form";
import type { SayForm } from "./window-fields";

/** Who may come, whether they wait, from when on, and how many. */
export function RulesFields({ form, say }: { form: Form; say: SayForm }) {
  const { values, problems } = form;
  const isWrongInside = ["seatLimit", ...ROLES.map(leadName)].some((name) => problems[name]);
  return (
    <>
      <fieldset className="flex flex-col">
        <legend className="font-semibold">{say("access")}</legend>
        {ROOM_ACCESS.map((access) => (
          <CheckboxField
            key={access}
            type="radio"
            name="access"
            value={access}
            label={say(`access-${access}`)}
            defaultChecked={values.access === access}
            problem={access === "open" ? problems.access : undefined}
          />
        ))}
      </fieldset>
      <CheckboxField
        name="lobby"
        value="on"
        label={say("lobby")}
        hint={say("lobby-hint")}
        defaultChecked={values.lobby === "on"}
        problem={problems.lobby}
      />
      <details open={isWrongInside} className="rounded border border-line px-4 py-2">
        <summary className="target content-center font-semibold">{say("more")}</summary>
        <div className="flex flex-col gap-4 pb-3">
          <fieldset className="grid gap-4 sm:grid-cols-2">
            <legend className="mb-2 text-sm text-quiet">{say("doors")}</legend>
            {ROLES.map((role) => (
              <Field
                key={role}
                {...form.field(leadName(role))}
                label={say(`lead-${role}`)}
                inputMode="numeric"
              />
            ))}
          </fieldset>
          <Field
            {...form.field("seatLimit")}
            label={say("limit")}
            hint={say("limit-hint")}
            inputMode="numeric"
          />
        </div>
      </details>
    </>
  );
}

function leadName(role: (typeof ROLES)[number]) {
  return `${role}Lead` as const;
}
