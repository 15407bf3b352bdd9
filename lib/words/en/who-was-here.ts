/** Who was in a call, for each who was there. */
export const whoWasHere = {
  title: "Who was in this {kind, select, visit {visit} webinar {webinar} other {meeting}}",
  me: "{name} (you)",
  stay: "{from} to {to}",
  "still-here": "Since {from}",
  empty: "Nobody has come in yet.",
  back: "Back to {title}",
} as const;
