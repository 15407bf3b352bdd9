"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { FormFrame } from "./form-frame";
import { useForm, type FormAction } from "./use-form";

type LinkFormProps = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  texts: {
    make: string;
    busy: string;
    hint: string;
    here: string;
    label: string;
    copy: string;
    copied: string;
  };
};

/** Makes a personal link and shows it this once. */
export function LinkForm({ action, hidden, texts }: LinkFormProps) {
  const form = useForm(action, {});
  const url = form.told?.url;
  return (
    <div className="flex flex-col gap-4">
      <FormFrame
        isTight
        form={form}
        hidden={hidden}
        submit={{ label: texts.make, busy: texts.busy }}
      >
        <p className="text-sm text-quiet">{texts.hint}</p>
      </FormFrame>
      {url && (
        <Notice tone="open" role="status" title={texts.here}>
          <CopyableLink key={url} url={url} {...texts} />
        </Notice>
      )}
    </div>
  );
}

type CopyableLinkProps = { url: string; label: string; copy: string; copied: string };

/** An address to copy by one press, or by hand where that is not allowed. */
export function CopyableLink({ url, label, copy, copied }: CopyableLinkProps) {
  const [isCopied, setIsCopied] = useState(false);
  const toClipboard = () =>
    navigator.clipboard.writeText(url).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="min-w-64 grow">
        <Field
          id={`link-${url.slice(-6)}`}
          label={label}
          name="link"
          readOnly
          value={url}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <Button onClick={toClipboard}>
        <span aria-live="polite">{isCopied ? copied : copy}</span>
      </Button>
    </div>
  );
}
