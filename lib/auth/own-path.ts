import "server-only";

const ELSEWHERE = "https://elsewhere.invalid";

/**
 * `text` when it is the path of one of our own pages, else the start of the dashboard: what comes
 * from an address must not send anybody to another site.
 */
export function ownPath(text: string | null | undefined): string {
  const isPath = text?.startsWith("/") === true && URL.canParse(text, ELSEWHERE);
  const url = new URL(isPath ? text : "/rooms", ELSEWHERE);
  const isPage = url.origin === ELSEWHERE && !url.pathname.startsWith("/api/");
  return isPage && !url.pathname.startsWith("//") ? url.pathname + url.search : "/rooms";
}
