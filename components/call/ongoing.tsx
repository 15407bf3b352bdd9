/** The dots behind what is under way; they stand still for whoever wants no motion. */
export function Ongoing() {
  return (
    <span aria-hidden className="inline-block w-6 text-left motion-safe:animate-pulse">
      {"\u2026"}
    </span>
  );
}
