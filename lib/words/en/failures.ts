import type { FailureCode } from "@/lib/domain/errors";

/** What happened and what to do next, for every failure. */
export const failures = {
  "invalid-input": "Something in the form isn't right. Look at the marked fields.",
  "not-signed-in": "You are signed out. Sign in and try again.",
  "foreign-origin":
    "This request came from another site, so nothing was changed. Open the page again from here.",
  "not-allowed": "Your role doesn't allow that. Ask the organizer to do it or to change your role.",
  "scope-missing": "This key was not given that right. Make a key that has it.",
  "key-missing": "Send an API key, as in “Authorization: Bearer rk_…”.",
  "key-refused": "This API key isn't valid: it was mistyped, revoked, or has expired.",
  "key-in-address":
    "A key must not stand in an address, where others can read it. Revoke it and send a new one in the Authorization header.",
  "user-token-refused":
    "This user token isn't good: it was changed, revoked, or has expired. Issue a new one.",
  "user-not-for-calls": "Only users of communication services with a token for calls may join.",
  "not-found": "There is nothing at this address. Check the link, or go back to the start.",
  "room-not-found": "We can't find that visit or webinar. Check the link in your invitation.",
  "seat-not-found": "That person isn't on the list. Reload the page to see who is.",
  "link-not-found": "This link isn't valid any more. Ask for a new one.",
  "person-not-found": "The organization doesn't know that person.",
  "call-not-found": "That visit or webinar has no such call.",
  "webhook-not-found": "There is no such webhook here. Go back to the list.",
  "webhook-is-off": "This webhook is turned off. Turn it on first.",
  "too-many-webhooks": "There are as many webhooks as there may be. Delete one first.",
  "too-many-resources":
    "There are as many resources as there may be. Give this program the keys of one of them.",
  "not-in-call": "That person isn't in the call right now.",
  "already-on-roster": "That person is on the list already.",
  "changed-meanwhile":
    "Somebody else saved a change meanwhile. Look at what is there now and save again.",
  "room-is-over": "This is over, so it can't be changed any more.",
  "call-is-open": "A call is running. End it first.",
  "last-presenter":
    "Somebody has to be able to let people in. Give another person that role first.",
  "next-room-too-close": "Another visit begins too soon after this one to make it longer.",
  "asked-already": "You have asked already. The host has your question.",
  "body-unreadable": "The body isn't a JSON object.",
  "idempotency-key-unreadable": "Give 1 to 255 printable ASCII characters as Idempotency-Key.",
  "method-not-allowed":
    "This address doesn't take that method. The Allow header has those it takes.",
  "version-outdated":
    "This changed since you read it. Read it again and send its new ETag as If-Match.",
  "body-too-large": "The body is larger than 256 KiB.",
  "media-type-unknown": "Send the body as application/json.",
  "idempotency-key-reused":
    "This Idempotency-Key came with another request before. Use a new one for each request.",
  "version-missing": "Send the ETag you read as If-Match, so that nobody's change gets lost.",
  "too-many-requests": "That was too often. Wait a minute and try again.",
  "call-unreachable": "The call service doesn't answer. Try again in a minute.",
  "database-unreachable": "We can't reach our records right now. This page tries again by itself.",
  unexpected: "Something went wrong on our side. It has been noted. Try again.",
} as const satisfies Record<FailureCode, string>;
