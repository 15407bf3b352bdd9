"use client";

import { useRef } from "react";
import { CopyButton } from "@/components/forms/copy-button";

type SampleProps = {
  title: string;
  text: string;
  /** The operation that it asks for, so that no two samples of a page have one name. */
  about: string;
  copy: string;
  copied: string;
};

/**
 * A piece of code to copy by one press; where that is not allowed the press selects it, to be copied
 * by hand. Long lines can be scrolled to, also by keyboard.
 */
export function Sample({ title, text, about, copy, copied }: SampleProps) {
  const code = useRef<HTMLElement>(null);
  const name = `${title}: ${about}`;
  const select = () => {
    if (code.current) getSelection()?.selectAllChildren(code.current);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center justify-between gap-4">
        <h4 className="font-semibold">{title}</h4>
        <CopyButton variant="bare" {...{ text, copy, copied }} onRefused={select}>
          {" "}
          <span className="sr-only">{name}</span>
        </CopyButton>
      </div>
      <pre
        tabIndex={0}
        role="region"
        aria-label={name}
        className="overflow-x-auto rounded border border-line bg-surface p-4 text-sm"
      >
        <code ref={code}>{text}</code>
      </pre>
    </div>
  );
}
