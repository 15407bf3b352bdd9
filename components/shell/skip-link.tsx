import { words } from "@/lib/words/words";

/** The first thing the keyboard meets; leads past the frame to `#content`. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only rounded bg-surface px-4 py-3 font-semibold text-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-10"
    >
      {words("shell")("skip-to-content")}
    </a>
  );
}
