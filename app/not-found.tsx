import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button";
import { words } from "@/lib/words/words";

const say = words("public");

export const metadata: Metadata = { title: say("not-found-title") };

export default function NotFoundPage() {
  return (
    <PublicFrame owner={say("product")}>
      <h1 className="text-2xl font-bold">{say("not-found-title")}</h1>
      <p className="mt-4 mb-6 max-w-measure">{say("not-found-text")}</p>
      <ButtonLink href="/">{say("to-start")}</ButtonLink>
    </PublicFrame>
  );
}
