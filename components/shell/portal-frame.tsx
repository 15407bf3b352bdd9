import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { words } from "@/lib/words/words";
import { PortalLink, type PortalPlace } from "./portal-link";
import { SkipLink } from "./skip-link";

type PortalFrameProps = {
  organizationName: string;
  memberName: string;
  places: readonly PortalPlace[];
  /** A server action; the button works without script. */
  signOut: () => Promise<void>;
  /** Beside the organization's name: a way to change to another one. */
  organizationChoice?: ReactNode;
  children: ReactNode;
};

/** The frame for members: the organization, where one can go, and the way out. */
export function PortalFrame(props: PortalFrameProps) {
  const { organizationName, memberName, places, signOut, organizationChoice, children } = props;
  const say = words("shell");
  return (
    <>
      <SkipLink />
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 px-5 py-1">
          <p className="py-2 font-semibold">{organizationName}</p>
          {organizationChoice}
          <nav
            aria-label={say("navigation")}
            className="flex flex-wrap gap-x-4 max-sm:order-last max-sm:w-full"
          >
            {places.map((place) => (
              <PortalLink key={place.href} {...place} />
            ))}
          </nav>
          <form action={signOut} className="ml-auto flex items-center gap-2">
            <span className="hidden text-sm text-quiet sm:inline">
              {say("signed-in-as", { name: memberName })}
            </span>
            <Button type="submit" variant="bare">
              {say("sign-out")}
            </Button>
          </form>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-6xl px-5 pt-8 pb-20 outline-none">
        {children}
      </main>
    </>
  );
}
