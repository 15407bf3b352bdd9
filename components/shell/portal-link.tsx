"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

export type PortalPlace = { href: string; label: string };

/** One entry of the navigation; says which one is open. */
export function PortalLink({ href, label }: PortalPlace) {
  const path = usePathname();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      className="inline-flex target items-center border-b-2 border-transparent px-1 font-medium text-quiet hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
    >
      {label}
    </Link>
  );
}
