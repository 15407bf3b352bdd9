import "server-only";
import type { FactRow, MailContent } from "./mail-content";
import { DARK, LIGHT } from "./palette";

const FONT = "'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,Arial,sans-serif";

// Styles stand inline, because some mail programs drop the style element; it only adds the dark
// theme for those that keep it.
const STYLE = {
  body: `margin:0;padding:0;background:${LIGHT.ground};color:${LIGHT.ink};font:17px/1.55 ${FONT}`,
  ground: `padding:24px 12px;background:${LIGHT.ground}`,
  card: `max-width:560px;margin:0 auto;padding:28px 24px;background:${LIGHT.surface};border:1px solid ${LIGHT.line};border-radius:10px`,
  sender: `margin:0 0 4px;color:${LIGHT.quiet};font-size:14px`,
  heading: `margin:0 0 16px;color:${LIGHT.ink};font-size:27px;line-height:1.25;font-weight:600;overflow-wrap:anywhere`,
  paragraph: `margin:0 0 16px;color:${LIGHT.ink};overflow-wrap:anywhere`,
  facts: `margin:0 0 24px;border-top:1px solid ${LIGHT.line}`,
  fact: `padding:10px 0;border-bottom:1px solid ${LIGHT.line}`,
  label: `color:${LIGHT.quiet};font-size:14px`,
  value: `color:${LIGHT.ink};overflow-wrap:anywhere;font-variant-numeric:tabular-nums`,
  action: "margin:0 0 24px",
  button: `display:inline-block;padding:12px 24px;background:${LIGHT.accent};color:${LIGHT.onAccent};border-radius:10px;font-weight:600;text-decoration:none`,
  note: `margin:0 0 12px;color:${LIGHT.quiet};font-size:14px;overflow-wrap:anywhere`,
  address: `color:${LIGHT.accent};word-break:break-all`,
  footer: `max-width:560px;margin:0 auto;padding:16px 24px 0;color:${LIGHT.quiet};font-size:14px;overflow-wrap:anywhere`,
} as const;

const DARK_STYLE = `@media (prefers-color-scheme: dark) {
  .ground { background: ${DARK.ground} !important }
  .card { background: ${DARK.surface} !important; border-color: ${DARK.line} !important }
  .line { border-color: ${DARK.line} !important }
  .ink { color: ${DARK.ink} !important }
  .quiet { color: ${DARK.quiet} !important }
  .button { background: ${DARK.accent} !important; color: ${DARK.onAccent} !important }
  .address { color: ${DARK.accent} !important }
}`;

/** The mail as one HTML document, legible without its styles, light and dark. */
export function renderHtml(content: MailContent): string {
  const { subject, sender, heading, paragraphs, facts, notes, footer } = content;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${DARK_STYLE}</style>
</head>
<body class="ground ink" style="${STYLE.body}">
<div class="ground" style="${STYLE.ground}">
<div class="card" style="${STYLE.card}">
<p class="quiet" style="${STYLE.sender}">${escapeHtml(sender)}</p>
<h1 class="ink" style="${STYLE.heading}">${escapeHtml(heading)}</h1>
${paragraphs.map((text) => `<p class="ink" style="${STYLE.paragraph}">${escapeHtml(text)}</p>`).join("\n")}
${factList(facts)}
${action(content)}
${notes.map((text) => `<p class="quiet" style="${STYLE.note}">${escapeHtml(text)}</p>`).join("\n")}
${copyHint(content)}
</div>
<p class="quiet" style="${STYLE.footer}">${escapeHtml(footer)}</p>
</div>
</body>
</html>
`;
}

function factList(facts: FactRow[]): string {
  if (facts.length === 0) return "";
  const rows = facts.map(
    ({ label, lines }) =>
      `<div class="line" style="${STYLE.fact}"><div class="quiet" style="${STYLE.label}">${escapeHtml(label)}</div>` +
      `${lines.map((line) => `<div class="ink" style="${STYLE.value}">${escapeHtml(line)}</div>`).join("")}</div>`,
  );
  return `<div class="line" style="${STYLE.facts}">${rows.join("\n")}</div>`;
}

function action({ button }: MailContent): string {
  if (!button) return "";
  const { label, url } = button;
  return `<p style="${STYLE.action}"><a class="button" style="${STYLE.button}" href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`;
}

function copyHint({ button }: MailContent): string {
  if (!button) return "";
  const url = escapeHtml(button.url);
  return (
    `<p class="quiet" style="${STYLE.note}">${escapeHtml(button.copyHint)}<br>` +
    `<a class="address" style="${STYLE.address}" href="${url}">${url}</a></p>`
  );
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
