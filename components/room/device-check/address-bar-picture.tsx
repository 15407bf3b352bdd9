/** An address bar with a ring around the sign for a page's permissions, at its left in most browsers. */
export function AddressBarPicture({ label }: { label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 240 44"
      className="my-1 h-11 w-60 max-w-full fill-none stroke-quiet"
    >
      <rect x="1" y="6" width="238" height="32" rx="16" strokeWidth="1.5" className="fill-ground" />
      <path d="M54 22h96" strokeWidth="5" strokeLinecap="round" className="stroke-line" />
      <g strokeWidth="1.8" strokeLinejoin="round" className="stroke-ink">
        <rect x="15" y="17" width="11" height="10" rx="2" />
        <path d="M26 20.500l5-3v9l-5-3M14 14l17 16" />
      </g>
      <circle cx="23" cy="22" r="18" strokeWidth="3" className="stroke-accent" />
    </svg>
  );
}
