"use client";

import { Dialog as Parts } from "radix-ui";
import type { ReactNode } from "react";

type DialogProps = {
  title: string;
  description?: string;
  /** Opens it: one button. Left out when `isOpen` rules. */
  trigger?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
};

/** A question that has to be answered first. Escape and a press beside it close it. */
export function Dialog({
  title,
  description,
  trigger,
  isOpen,
  onOpenChange,
  children,
}: DialogProps) {
  const state = {
    ...(isOpen !== undefined && { open: isOpen }),
    ...(onOpenChange && { onOpenChange }),
  };
  return (
    <Parts.Root {...state}>
      {trigger && <Parts.Trigger asChild>{trigger}</Parts.Trigger>}
      <Parts.Portal>
        <Parts.Overlay className="fixed inset-0 bg-ink/45" />
        <Parts.Content
          className="fixed inset-x-4 top-1/2 mx-auto flex max-h-[90dvh] max-w-lg -translate-y-1/2 flex-col gap-4 overflow-y-auto rounded border border-line bg-surface p-6 text-ink shadow-dialog"
          {...(!description && { "aria-describedby": undefined })}
        >
          <Parts.Title className="text-lg font-semibold">{title}</Parts.Title>
          {description && <Parts.Description>{description}</Parts.Description>}
          {children}
        </Parts.Content>
      </Parts.Portal>
    </Parts.Root>
  );
}

/** Closes the dialog around it: give it the button to press. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Parts.Close asChild>{children}</Parts.Close>;
}
