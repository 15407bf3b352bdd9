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
};

/** A line to copy by one press, or by hand where that is not allowed. */
export function CopyableText({ text, label, copy, copied, id = "copyable" }: CopyableTextProps) {
  const [isCopied, setIsCopied] = useState(false);
  const toClipboard = () =>
    navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="min-w-64 grow">
        <Field
          id={id}
          label={label}
          name={id}
          readOnly
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <Button onClick={toClipboard}>
        <span aria-live="polite">{isCopied ? copied : copy}</span>
      </Button>
    </div>
  );
}
