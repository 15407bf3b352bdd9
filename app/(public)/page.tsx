import { redirect } from "next/navigation";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button";
import { findMember } from "@/lib/web/member-context";
import { words } from "@/lib/words/words";

const say = words("public");

export default async function StartPage() {
  if (await findMember()) redirect("/rooms");
  return (
    <PublicFrame owner={say("product")}>
      <h1 className="text-2xl font-bold text-balance">{say("start-title")}</h1>
      <div className="mt-6 flex max-w-measure flex-col gap-4">
        <p>{say("start-clinics")}</p>
        <p>{say("start-events")}</p>
        <p>{say("start-rule")}</p>
      </div>
      <p className="mt-8">
        <ButtonLink variant="filled" href="/sign-in">
          {say("start-sign-in")}
        </ButtonLink>
      </p>
      <p className="mt-8 max-w-measure border-t border-line pt-5 text-sm text-quiet">
        {say("start-guests")}
      </p>
    </PublicFrame>
  );
}
