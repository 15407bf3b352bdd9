import Link from "next/link";
import type { ReactNode } from "react";
import { PortalFrame } from "@/components/shell/portal-frame";
import { LINK } from "@/components/ui/link-look";
import { staffCan } from "@/lib/domain/staff/staff-permissions";
import { requireMembershipOnPage } from "@/lib/web/member-context";
import { listMemberships } from "@/lib/web/page-session";
import { signOut } from "@/lib/web/sign-out";
import { words } from "@/lib/words/words";

const say = words("rooms");

/** The frame for members. Pages and actions check who asks; this only spares a wrong look. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const membership = await requireMembershipOnPage();
  const mayConnect = staffCan(membership.staffRole, "manageIntegrations");
  const places = [
    { href: "/rooms", label: say("schedule") },
    ...(mayConnect ? [{ href: "/settings", label: words("shell")("settings") }] : []),
  ];
  const hasSeveral = (await listMemberships()).length > 1;
  return (
    <PortalFrame
      organizationName={membership.organizationName}
      memberName={membership.personName}
      places={places}
      signOut={signOut}
      organizationChoice={
        hasSeveral && (
          <Link href="/organization" className={`text-sm ${LINK}`}>
            {say("other-organization")}
          </Link>
        )
      }
    >
      {children}
    </PortalFrame>
  );
}
