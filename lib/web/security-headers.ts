import "server-only";

/** What the headers of one answer depend on. */
export type AnswerFacts = {
  pathname: string;
  nonce: string;
  /** The address people see. */
  publicUrl: string;
  /** The OpenID Connect provider whose page the sign-in form leads to. */
  oidcIssuer?: string | undefined;
  /** Hot reload needs `eval`, styles without nonce and its own socket. */
  isDevelopment: boolean;
};

/** Where camera, microphone and screen may be asked for: before and in a call. */
const CALL_PAGES = /^\/(room|samples)(\/|$)/;

/** Files that stand as they are, so no nonce can be in them: their scripts are files of ours, too. */
const SAMPLES = /^\/samples\//;

/** The calling library, which pages of every origin load. */
const LIBRARY = /^\/calling\//;

/** Addresses that are secrets, or that a secret leads to. */
const SECRET_PAGES = /^\/(join|room)(\/|$)/;

const MEDIA_FEATURES = [
  ...["camera", "microphone", "display-capture", "speaker-selection"],
  ...["fullscreen", "autoplay", "screen-wake-lock"],
];

const NEVER_USED = [
  ...["accelerometer", "geolocation", "gyroscope", "hid", "magnetometer", "midi"],
  ...["payment", "publickey-credentials-get", "serial", "usb", "xr-spatial-tracking"],
];

/**
 * The policy for scripts, styles and everything else a page may load: only what we serve, and only
 * scripts that carry this answer's nonce or were started by one that does.
 */
export function contentSecurityPolicy(facts: AnswerFacts): string {
  const { pathname, nonce, publicUrl, oidcIssuer, isDevelopment } = facts;
  const socket = publicUrl.replace(/^http/, "ws");
  // Browsers apply this to where a form's answer leads too, so the provider has to be named.
  const provider = pathname === "/sign-in" && oidcIssuer ? [new URL(oidcIssuer).origin] : [];
  const policy: Record<string, string[]> = {
    "default-src": ["'none'"],
    "script-src": SAMPLES.test(pathname)
      ? ["'self'"]
      : [`'nonce-${nonce}'`, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    // A nonce would switch 'unsafe-inline' off again.
    "style-src": ["'self'", isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    "img-src": ["'self'", "blob:", "data:"],
    "media-src": ["'self'", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", socket, ...(isDevelopment ? ["ws:"] : [])],
    "worker-src": ["'self'", "blob:"],
    "manifest-src": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'", ...provider],
    "object-src": ["'none'"],
    ...(!isDevelopment && {
      "require-trusted-types-for": ["'script'"],
      "trusted-types": ["nextjs", "default"],
    }),
  };
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(" "))
    .join("; ");
}

const FOR_OUR_PAGES = {
  "Cache-Control": "no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
};

// The name of the first file stays when its content changes.
const FOR_EVERYBODY = {
  "Cache-Control": "public, max-age=300",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
};

/** Every header that an answer of ours carries whatever it is. */
export function securityHeaders(facts: AnswerFacts): Record<string, string> {
  const { pathname, publicUrl } = facts;
  return {
    "Content-Security-Policy": contentSecurityPolicy(facts),
    "Permissions-Policy": permissionsPolicy(pathname),
    // Elsewhere our own forms need their origin, which "no-referrer" would take from them.
    "Referrer-Policy": SECRET_PAGES.test(pathname) ? "no-referrer" : "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(LIBRARY.test(pathname) ? FOR_EVERYBODY : FOR_OUR_PAGES),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    ...(publicUrl.startsWith("https:") && {
      "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    }),
  };
}

function permissionsPolicy(pathname: string): string {
  const media = CALL_PAGES.test(pathname) ? "(self)" : "()";
  return [
    ...MEDIA_FEATURES.map((feature) => `${feature}=${media}`),
    ...NEVER_USED.map((feature) => `${feature}=()`),
  ].join(", ");
}
