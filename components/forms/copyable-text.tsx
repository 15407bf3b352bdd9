"use client";

import { Field } from "@/components/ui/field";
import { LINK } from "@/components/ui/link-look";
import { CopyButton } from "./copy-button";

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
          <summary className={`w-fit target content-center font-medium ${LINK}`}>{show}</summary>
          {field}
        </details>
      ) : (
        <div className="min-w-64 grow">{field}</div>
      )}
      <CopyButton {...{ text, copy, copied }} />
    </div>
  );
}
