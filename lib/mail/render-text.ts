import "server-only";
import type { MailContent } from "./mail-content";

/** The mail as plain text. */
export function renderText(content: MailContent): string {
  const { sender, heading, paragraphs, facts, button, notes, footer } = content;
  const blocks = [
    oneLine(sender),
    oneLine(heading),
    ...paragraphs.map(oneLine),
    ...facts.map(({ label, lines }) => `${label}: ${lines.map(oneLine).join("\n  ")}`),
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    ...notes.map(oneLine),
    `-- \n${oneLine(footer)}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

// A name or title with a line break could otherwise pass for a part of the mail that we wrote.
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
