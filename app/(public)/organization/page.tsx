import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { Button } from "@/components/ui/button";
import { requireMemberOnPage } from "@/lib/web/member-context";
import { listMemberships } from "@/lib/web/page-session";
import { words } from "@/lib/words/words";

const say = words("auth");

export const metadata: Metadata = { title: say("organization-title") };

export default async function OrganizationPage() {
  const { organizationId: current } = await requireMemberOnPage();
  return (
    <PublicFrame owner={words("public")("product")}>
      <h1 className="text-2xl font-bold">{say("organization-title")}</h1>
      <p className="mt-3 mb-6 max-w-measure">{say("organization-lead")}</p>
      <form action="/organization/choose" method="post">
        <ul className="flex flex-col gap-3">
          {(await listMemberships()).map(({ organizationId, organizationName: name }) => (
            <li key={organizationId}>
              <Button type="submit" name="organizationId" value={organizationId} className="w-full">
                {say(organizationId === current ? "organization-current" : "organization-open", {
                  name,
                })}
              </Button>
            </li>
          ))}
        </ul>
      </form>
    </PublicFrame>
  );
}
