/** The reference of our own API. */
export const developers = {
  title: "Rostrum API",
  lead: "Plan visits, webinars and meetings from your own programs, invite people, ask who may enter when, and read what happened. The room decides for programs as it does for people.",
  document: "The OpenAPI document",
  contents: "Contents",
  "auth-title": "Keys",
  "auth-scheme": "An API key. Owners and managers make them under Settings.",
  auth: "Owners and managers make keys under Settings, each with the rights its program needs. Send it with every request, never in an address. A key sees its own organization: everything else is not found.",
  "shape-title": "Requests and answers",
  "shape-json":
    "Bodies are JSON in UTF-8, at most 256 KiB. Fields that are not named here are refused, so that no typing error passes for a wish. Instants are RFC 3339 with an offset, and are told in UTC.",
  "shape-pages":
    "Lists come in pages. The Link header of a page leads to the next one; the last has none.",
  "shape-versions":
    "A room carries its version as ETag. Send it back as If-Match when you change, move or cancel it: if somebody else was faster you get 412 and nothing is lost.",
  "shape-repeats":
    "Send an Idempotency-Key with a POST. Should the answer get lost, send the same request again: it gets the same answer for a day, and nothing is done twice. The same key with another request is refused.",
  "shape-limits":
    "A key may ask {points, number} times a minute. RateLimit tells how often it still may, and Retry-After when to come back after a 429.",
  "problems-title": "Problems",
  "problems-lead":
    "Every failure is application/problem+json (RFC 9457). Its code stays the same, and errors names what is wrong with which part of the request.",
  "title-Key": "Your key",
  "title-Rooms": "Rooms",
  "title-Roster": "Roster",
  "title-Decisions": "Decisions",
  "title-Calls": "Calls and presence",
  "title-Record": "Record",
  "title-People": "People",
  "title-Webhooks": "Webhooks",
  "area-Key": "What the key itself is good for.",
  "area-Rooms": "Visits, webinars and meetings: each with its window, its rules and its roster.",
  "area-Roster": "Who may be in a room, in which role, and the links that let them in.",
  "area-Decisions": "May this seat be in this room at this time? If not, why not?",
  "area-Calls": "The calls of a room and who was in them.",
  "area-Record": "What happened in a room, line by line, each chained to the one before.",
  "area-People": "Whom the organization knows.",
  "area-Webhooks": "Where news is sent as it happens.",
  scopes: "Rights",
  "scopes-none": "any key",
  parameters: "Parameters",
  body: "Body",
  answer: "Answer",
  "answer-is": "{status}: {about}",
  required: "required",
  shapes: "Shapes",
  failures: "Problems of its own",
  curl: "curl",
  javascript: "JavaScript",
  variables:
    "The samples take these from the environment: ROSTRUM_URL, ROSTRUM_KEY, and the ids that an address or a body needs.",
} as const;
