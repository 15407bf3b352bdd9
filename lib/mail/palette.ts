import "server-only";

/**
 * The tokens of app/globals.css as hexadecimal numbers, because mail programs know neither
 * variables nor oklch.
 */
export const LIGHT = {
  ground: "#fbfaf7",
  surface: "#ffffff",
  line: "#dbdee3",
  ink: "#151b24",
  quiet: "#575e69",
  accent: "#006855",
  onAccent: "#ffffff",
} as const;

export const DARK = {
  ground: "#0e1217",
  surface: "#181c22",
  line: "#2f333a",
  ink: "#eceff2",
  quiet: "#9fa5ae",
  accent: "#6bccb4",
  onAccent: "#021611",
} as const satisfies Record<keyof typeof LIGHT, string>;
