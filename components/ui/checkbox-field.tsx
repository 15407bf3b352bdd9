import type { ComponentProps } from "react";
import { describeInput, FieldProblem } from "./field-frame";
import { joinClasses } from "./join-classes";

type CheckboxFieldProps = Omit<ComponentProps<"input">, "name" | "type"> & {
  label: string;
  name: string;
  hint?: string | undefined;
  problem?: string | undefined;
  /** `radio`: one of several with the same name. */
  type?: "checkbox" | "radio";
};

/** A choice to tick; the whole line is the target. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { label, name, hint, problem, type = "checkbox", className, value, ...rest } = props;
  const id = rest.id ?? (type === "radio" ? `${name}-${value}` : name);
  return (
    <div className={joinClasses("flex flex-col gap-1", className)}>
      <label className="flex target items-center gap-3 py-1" htmlFor={id}>
        <input
          {...rest}
          id={id}
          name={name}
          type={type}
          value={value}
          className="size-5 shrink-0 accent-accent"
          {...describeInput(id, hint, problem)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="-mt-1 pl-8 text-sm text-quiet">
          {hint}
        </p>
      )}
      <FieldProblem id={id} problem={problem} />
    </div>
  );
}
