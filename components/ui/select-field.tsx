import type { ComponentProps } from "react";
import { describeInput, FieldFrame, INPUT_LOOK } from "./field-frame";
import { joinClasses } from "./join-classes";

export type SelectOption = { value: string; label: string };

type SelectFieldProps = Omit<ComponentProps<"select">, "name"> & {
  label: string;
  name: string;
  options: readonly SelectOption[];
  hint?: string | undefined;
  problem?: string | undefined;
};

/** One choice of several: the browser's own, which works everywhere and without script. */
export function SelectField(props: SelectFieldProps) {
  const { label, name, options, hint, problem, id = name, className, ...rest } = props;
  return (
    <FieldFrame id={id} label={label} hint={hint} problem={problem}>
      <select
        id={id}
        name={name}
        className={joinClasses(INPUT_LOOK, className)}
        {...describeInput(id, hint, problem)}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
