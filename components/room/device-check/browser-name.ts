/** Browsers that differ in where a blocked camera is allowed again. */
export type BrowserName = "chrome" | "edge" | "firefox" | "safari" | "ios" | "android" | "other";

/** By the user agent: nothing else tells where a browser shows its signs. */
export function browserNameOf(userAgent: string): BrowserName {
  if (/iPhone|iPad|iPod/.test(userAgent)) return "ios";
  if (/Android/.test(userAgent)) return "android";
  if (/Edg\//.test(userAgent)) return "edge";
  if (/Firefox\//.test(userAgent)) return "firefox";
  if (/Chrome\//.test(userAgent)) return "chrome";
  return /Safari\//.test(userAgent) ? "safari" : "other";
}
