import type { Metadata } from "next";
import { deleteResourceAction } from "@/app/(portal)/settings/acs/actions";
import { loadResource } from "@/app/(portal)/settings/acs/[resourceId]/load-resource";
import { AskFirst } from "@/components/settings/ask-first";
import { words } from "@/lib/words/words";

const say = words("acs");

export const metadata: Metadata = { title: say("delete") };

type Props = { params: Promise<{ resourceId: string }> };

export default async function DeleteResourcePage({ params }: Props) {
  const { id: resourceId, name } = await loadResource((await params).resourceId);
  return (
    <AskFirst
      title={say("delete-title", { name })}
      lead={say("delete-lead")}
      action={deleteResourceAction}
      hidden={{ resourceId }}
      submit={{ label: say("delete-submit"), busy: say("busy") }}
      keep={{ label: say("delete-keep"), href: "/settings/acs" }}
    />
  );
}
