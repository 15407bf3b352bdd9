import "server-only";

/** Why a sign-in came to nothing; each has its words and its next step on the page about it. */
export const SIGN_IN_PROBLEMS = [
  "link",
  "not-a-member",
  "not-verified",
  "provider",
  "unexpected",
] as const;

export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

/** The page that explains a problem. */
export function problemPath(problem: SignInProblem): string {
  return `/sign-in/problem?reason=${problem}`;
}

/** What next-auth's names for failures mean to people. */
const BY_NEXT_AUTH_NAME: Record<string, SignInProblem> = {
  Verification: "link",
  AccessDenied: "not-a-member",
  OAuthSignin: "provider",
  OAuthCallback: "provider",
  OAuthAccountNotLinked: "provider",
};

/** Where next-auth's redirect should lead: its own pages do not exist here. */
export function readablePath(redirect: string, publicUrl: string): string {
  const url = new URL(redirect, publicUrl);
  if (!url.pathname.startsWith("/api/auth/")) return redirect;
  return problemPath(BY_NEXT_AUTH_NAME[url.searchParams.get("error") ?? ""] ?? "unexpected");
}
