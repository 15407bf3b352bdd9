"use client";

import { CopyableText } from "@/components/forms/copyable-text";
import { ButtonLink } from "@/components/ui/button";
import { ResultNotice } from "@/components/ui/result-notice";
import type { webhooks } from "@/lib/words/en/webhooks";
import { sayFrom, type ForBrowser } from "@/lib/words/say";

type SecretOnceProps = { secret: string; href: string; messages: ForBrowser<typeof webhooks> };

/** A signing secret, to copy while it is shown, and where to go on. */
export function SecretOnce({ secret, href, messages }: SecretOnceProps) {
  const say = sayFrom(messages, "en");
  return (
    <div className="flex flex-col gap-6">
      <ResultNotice tone="open" title={say("here")}>
        <p>{say("here-why")}</p>
        <CopyableText
          text={secret}
          label={say("secret")}
          copy={say("copy")}
          copied={say("copied")}
        />
      </ResultNotice>
      <p>
        <ButtonLink variant="filled" href={href}>
          {say("go")}
        </ButtonLink>
      </p>
    </div>
  );
}
