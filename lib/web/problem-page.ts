import "server-only";
import { words } from "@/lib/words/words";

type Facts = { title: string; requestId: string };

/** A page of its own for a failure outside of our pages: what is so, and a way on. No script, no style. */
export function problemPage({ title, requestId }: Facts): string {
  const say = words("public");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(say("problem-title"))}</title>
</head>
<body>
<main>
<h1>${escapeHtml(say("problem-title"))}</h1>
<p>${escapeHtml(title)}</p>
<p><a href="/">${escapeHtml(say("to-start"))}</a></p>
<p><small>${escapeHtml(say("request", { id: requestId }))}</small></p>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
