import type { ReactNode } from "react";
import { SkipLink } from "./skip-link";

type PublicFrameProps = {
  /** Who speaks here: the organization, or the product where there is none. */
  owner: string;
  /** `wide` leaves room for two blocks side by side. */
  width?: "narrow" | "wide";
  children: ReactNode;
};

/** The frame for people who aren't signed in: one name, one column, nothing to get lost in. */
export function PublicFrame({ owner, width = "narrow", children }: PublicFrameProps) {
  return (
    <>
      <SkipLink />
      <div
        className={`mx-auto px-5 pt-6 pb-16 sm:pt-10 ${width === "wide" ? "max-w-5xl" : "max-w-xl"}`}
      >
        <header className="pb-6">
          <p className="font-semibold text-quiet">{owner}</p>
        </header>
        <main id="content" tabIndex={-1} className="outline-none">
          {children}
        </main>
      </div>
    </>
  );
}
