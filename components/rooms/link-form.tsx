"use client";

import { CopyableText } from "@/components/forms/copyable-text";
import { ResultNotice } from "@/components/ui/result-notice";
import { FormFrame } from "@/components/forms/form-frame";
import { useForm, type FormAction } from "@/components/forms/use-form";

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
        <ResultNotice key={url} tone="open" title={texts.here}>
          <CopyableText id={`link-${url.slice(-6)}`} text={url} {...texts} />
        </ResultNotice>
      )}
    </div>
  );
}
