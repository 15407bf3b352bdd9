"use client";

import type { RoomKind } from "@/lib/domain/room/room-kind";
import type { roomForm } from "@/lib/words/en/room-form";
import { sayFrom, type ForBrowser } from "@/lib/words/say";
import { FormFrame } from "@/components/forms/form-frame";
import { useForm, type FormAction } from "@/components/forms/use-form";
import { WindowFields } from "./window-fields";

type MoveFormProps = {
  action: FormAction;
  messages: ForBrowser<typeof roomForm>;
  hidden: Readonly<Record<string, string>>;
  defaults: Readonly<Record<string, string>>;
  kind: RoomKind;
  timeZones: readonly string[];
  submit: string;
};

/** Another date for a room. */
export function MoveForm(props: MoveFormProps) {
  const { action, messages, hidden, defaults, kind, timeZones, submit } = props;
  const say = sayFrom(messages, "en");
  const form = useForm(action, defaults);
  const button = { label: submit, busy: say("busy"), variant: "filled" } as const;
  return (
    <FormFrame form={form} hidden={{ ...hidden, kind }} submit={button}>
      <WindowFields form={form} say={say} kind={kind} timeZones={timeZones} />
    </FormFrame>
  );
}
