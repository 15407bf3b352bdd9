import type { FailureCode } from "@/lib/domain/errors";

/** What happened and what to do next, for every failure. */
export const failures = {
  "invalid-input": "Something in the form isn't right. Look at the marked fields.",
  "not-signed-in": "You are signed out. Sign in and try again.",
  "foreign-origin":
    "This request came from another site, so nothing was changed. Open the page again from here.",
  "not-allowed": "Your role doesn't allow that. Ask the organizer to do it or to change your role.",
  "scope-missing": "This key was not given that right. Make a key that has it.",
  "not-found": "There is nothing at this address. Check the link, or go back to the start.",
  "room-not-found": "We can't find that visit or webinar. Check the link in your invitation.",
  "seat-not-found": "That person isn't on the list. Reload the page to see who is.",
  "link-not-found": "This link isn't valid any more. Ask for a new one.",
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
  "too-many-requests": "That was too often. Wait a minute and try again.",
  "call-unreachable": "The call service doesn't answer. Try again in a minute.",
  "database-unreachable": "We can't reach our records right now. This page tries again by itself.",
  unexpected: "Something went wrong on our side. It has been noted. Try again.",
} as const satisfies Record<FailureCode, string>;
