import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { replaceKeyAction } from "@/app/(portal)/settings/acs/actions";
import { loadResource } from "@/app/(portal)/settings/acs/[resourceId]/load-resource";
import { AskFirst } from "@/components/settings/ask-first";
import { replaceAccessKeyInput } from "@/lib/domain/acs/resource-input";
import { words } from "@/lib/words/words";

const say = words("acs");

export const metadata: Metadata = { title: say("replace") };

type Props = { params: Promise<{ resourceId: string; slot: string }> };

export default async function ReplaceKeyPage({ params }: Props) {
  const asked = replaceAccessKeyInput.safeParse(await params);
  if (!asked.success) notFound();
  const { slot, resourceId } = asked.data;
  const { name } = await loadResource(resourceId);
  return (
    <AskFirst
      title={say(`replace-title-${slot}`, { name })}
      lead={say("replace-lead")}
      action={replaceKeyAction}
      hidden={{ resourceId, slot }}
      submit={{ label: say("replace-submit"), busy: say("busy") }}
      keep={{ label: say("replace-keep"), href: "/settings/acs" }}
    />
  );
}
