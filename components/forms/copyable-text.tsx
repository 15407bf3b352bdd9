"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

type CopyableTextProps = {
  text: string;
  label: string;
  copy: string;
  copied: string;
  /** Of the field; has to be given where two stand on one page. */
  id?: string;
  /** What a press says that shows it; without this it is in plain sight. */
  show?: string;
};

/** A line to copy by one press, shown or not, or by hand where that is not allowed. */
export function CopyableText({
  text,
  label,
  copy,
  copied,
  id = "copyable",
  show,
}: CopyableTextProps) {
  const [isCopied, setIsCopied] = useState(false);
  const toClipboard = () =>
    navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  const field = (
    <Field
      id={id}
      label={label}
      name={id}
      readOnly
      value={text}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
  return (
    <div className="flex flex-wrap items-end gap-2">
      {show ? (
        <details className="min-w-64 grow">
          <summary className="w-fit py-2 font-medium text-accent underline underline-offset-4">
            {show}
          </summary>
          {field}
        </details>
      ) : (
        <div className="min-w-64 grow">{field}</div>
      )}
      <Button onClick={toClipboard}>
        <span aria-live="polite">{isCopied ? copied : copy}</span>
      </Button>
    </div>
  );
}
