import type { ReactNode } from "react";

/** The look of everything that takes text or a choice. */
export const INPUT_LOOK =
  "target w-full rounded border border-quiet bg-surface px-3 py-2 text-ink placeholder:text-quiet aria-invalid:border-2 aria-invalid:border-stop disabled:opacity-55";

type FrameProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  children: ReactNode;
};

/** Label above, then the hint, the input, and what is wrong right below it. */
export function FieldFrame({ id, label, hint, problem, children }: FrameProps) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      )}
      {children}
      <FieldProblem id={id} problem={problem} />
    </div>
  );
}

export function FieldProblem({ id, problem }: { id: string; problem?: string | undefined }) {
  if (!problem) return null;
  return (
    <p id={`${id}-problem`} className="border-l-3 border-stop pl-2 text-sm text-stop">
      {problem}
    </p>
  );
}

/** What ties an input to its hint and its problem for a screen reader. */
export function describeInput(id: string, hint?: string, problem?: string) {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return {
    ...(described && { "aria-describedby": described }),
    ...(problem && { "aria-invalid": true as const }),
  };
}
