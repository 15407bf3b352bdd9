import "server-only";
import { DARK, LIGHT } from "@/lib/mail/palette";
import { words } from "@/lib/words/words";

type Facts = {
  title: string;
  /** What stands below the title, as HTML that `escapeHtml` made safe. */
  content: string;
  /** Lets the page's style and script through its policy; without one it has neither. */
  nonce?: string | null;
  script?: string;
};

const FONT = '"Atkinson Hyperlegible Next Variable"';

// As `PublicFrame` looks.
const STYLE = [
  `@font-face{font-family:${FONT};font-weight:200 800;font-display:swap;src:url(/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2) format("woff2")}`,
  `body{max-width:36rem;margin:0 auto;padding:2.5rem 1.25rem;font:1.0625rem/1.55 ${FONT},system-ui,sans-serif}`,
  "header{font-weight:600;padding-bottom:1.5rem}",
  "h1{font-size:1.6875rem;line-height:1.25;font-weight:650;margin-top:0;text-wrap:balance}",
  coloursOf(LIGHT),
  `@media (prefers-color-scheme:dark){${coloursOf(DARK)}}`,
].join("");

function coloursOf({ ground, ink, quiet, accent }: Record<keyof typeof LIGHT, string>): string {
  return [
    `body{background:${ground};color:${ink}}`,
    `a{color:${accent}}`,
    `a:focus-visible{outline:3px solid ${accent};outline-offset:2px}`,
    `header,small{color:${quiet}}`,
  ].join("");
}

/** A page made of one text, for when our pages cannot be made. */
export function barePage({ title, content, nonce, script }: Facts): string {
  const style = nonce ? `<style nonce="${nonce}">${STYLE}</style>\n` : "";
  const code = nonce && script ? `<script nonce="${nonce}">${script}</script>\n` : "";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
${style}</head>
<body>
<header>${escapeHtml(words("shell")("product"))}</header>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
${code}</body>
</html>
`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
