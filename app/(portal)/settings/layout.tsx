import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PortalLink, type PortalPlace } from "@/components/shell/portal-link";
import { staffCan } from "@/lib/domain/staff/staff-permissions";
import { requireMemberOnPage } from "@/lib/web/member-context";
import { words } from "@/lib/words/words";

const say = words("settings");

export const metadata: Metadata = { title: say("title") };

/** Each page of the settings, in the order of the navigation. */
const PLACES: readonly PortalPlace[] = [
  { href: "/settings/keys", label: say("keys") },
  { href: "/settings/acs", label: say("acs") },
  { href: "/settings/webhooks", label: say("webhooks") },
];

/** What connects the organization to other programs. Each page and action checks who asks, too. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { staffRole } = await requireMemberOnPage();
  if (!staffCan(staffRole, "manageIntegrations")) notFound();
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <h1 className="text-2xl font-bold">{say("title")}</h1>
      <nav aria-label={say("navigation")} className="flex flex-wrap gap-x-4 border-b border-line">
        {PLACES.map((place) => (
          <PortalLink key={place.href} {...place} />
        ))}
      </nav>
      {children}
    </div>
  );
}
