"use client";

import { FormFrame } from "@/components/forms/form-frame";
import { useForm, type FormAction } from "@/components/forms/use-form";
import type { webhooks } from "@/lib/words/en/webhooks";
import { sayFrom, type ForBrowser } from "@/lib/words/say";
import { SecretOnce } from "./secret-once";

type RotateFormProps = {
  action: FormAction;
  messages: ForBrowser<typeof webhooks>;
  endpointId: string;
};

/** Makes a new signing secret and shows it in the form's place, once. */
export function RotateForm({ action, messages, endpointId }: RotateFormProps) {
  const say = sayFrom(messages, "en");
  const form = useForm(action, {});
  const secret = form.told?.secret;
  if (secret) {
    const href = `/settings/webhooks/${endpointId}`;
    return <SecretOnce secret={secret} href={href} messages={messages} />;
  }
  const submit = { label: say("rotate-submit"), busy: say("busy"), variant: "filled" } as const;
  return <FormFrame isTight form={form} hidden={{ endpointId }} submit={submit} />;
}
