"use client";

import { DropdownMenu as Parts } from "radix-ui";
import type { ReactNode } from "react";

/** Less frequent actions behind one button. `MenuItem`s go inside. */
export function Menu({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  return (
    <Parts.Root>
      <Parts.Trigger asChild>{trigger}</Parts.Trigger>
      <Parts.Portal>
        <Parts.Content
          align="end"
          sideOffset={4}
          className="min-w-56 rounded border border-quiet bg-surface p-1 text-ink"
        >
          {children}
        </Parts.Content>
      </Parts.Portal>
    </Parts.Root>
  );
}

type MenuItemProps = { children: ReactNode; onSelect: () => void; isDangerous?: boolean };

export function MenuItem({ children, onSelect, isDangerous = false }: MenuItemProps) {
  return (
    <Parts.Item
      onSelect={onSelect}
      className={`flex target items-center rounded px-3 outline-offset-[-3px] data-highlighted:bg-line ${isDangerous ? "text-stop" : ""}`}
    >
      {children}
    </Parts.Item>
  );
}
