import "server-only";

/** Whether the browser will show the answer as a page: a link was followed or a plain form sent. */
export function isForReading(asked: Headers): boolean {
  return (
    asked.get("sec-fetch-mode") === "navigate" || !!asked.get("accept")?.startsWith("text/html")
  );
}
