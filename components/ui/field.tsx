import type { ComponentProps } from "react";
import { describeInput, FieldFrame, INPUT_LOOK } from "./field-frame";
import { joinClasses } from "./join-classes";

type About = {
  label: string;
  name: string;
  hint?: string | undefined;
  /** What is wrong with it, as a sentence. */
  problem?: string | undefined;
};

type FieldProps = About & Omit<ComponentProps<"input">, "name">;

/** One line of text. */
export function Field({ label, name, hint, problem, id = name, className, ...rest }: FieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} problem={problem}>
      <input
        id={id}
        name={name}
        className={joinClasses(INPUT_LOOK, className)}
        {...describeInput(id, hint, problem)}
        {...rest}
      />
    </FieldFrame>
  );
}

type TextFieldProps = About & Omit<ComponentProps<"textarea">, "name">;

/** Several lines of text. */
export function TextField({
  label,
  name,
  hint,
  problem,
  id = name,
  className,
  ...rest
}: TextFieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} problem={problem}>
      <textarea
        id={id}
        name={name}
        rows={3}
        className={joinClasses(INPUT_LOOK, className)}
        {...describeInput(id, hint, problem)}
        {...rest}
      />
    </FieldFrame>
  );
}
