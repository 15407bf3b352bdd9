import type { ReactNode } from "react";

type EmptyStateProps = {
  /** What will stand here. */
  title: string;
  children?: ReactNode;
  /** The first step. */
  action?: ReactNode;
};

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 rounded border border-dashed border-quiet px-6 py-8">
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="max-w-measure text-quiet">{children}</div>}
      {action}
    </div>
  );
}
