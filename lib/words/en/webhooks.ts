import type { AttemptError } from "@/lib/domain/webhook/attempt";
import type { DeliveryState } from "@/lib/domain/webhook/delivery-state";
import type { MessageType } from "@/lib/domain/webhook/event-type";

/** What each event tells. */
const events = {
  "room.created": "A visit or webinar was planned",
  "room.changed": "Its settings or its times were changed",
  "room.moved": "It was moved to another date",
  "room.cancelled": "It was called off",
  "room.went-live": "A webinar went live",
  "room.ended": "It was ended for everyone",
  "seat.added": "Somebody was put on the list",
  "seat.role-changed": "What somebody may do was changed",
  "seat.removed": "Somebody was taken off the list",
  "seat.returned": "Somebody was put back on the list",
  "seat.asked-to-return": "Somebody who was taken off asked to come back",
  "seat.excused": "Somebody said that they can't come",
  "seat.excuse-taken-back": "Somebody who said that they can't come comes after all",
  "seat.came-to-lobby": "Somebody waits to be let in",
  "seat.left-lobby": "Somebody stopped waiting",
  "seat.admitted": "Somebody was let in",
  "seat.sent-back": "Somebody was sent back to wait",
  CallStarted: "A call began",
  CallEnded: "A call ended",
  CallParticipantAdded: "Somebody came into a call",
  CallParticipantRemoved: "Somebody left a call",
  ping: "A test",
} as const satisfies Record<MessageType, string>;

const states = {
  "state-pending": "still trying",
  "state-delivered": "delivered",
  "state-failed": "given up",
} as const satisfies Record<`state-${DeliveryState}`, string>;

/** Why a try did not get through. */
const errors = {
  "error-secret-lost":
    "The signing secret can't be read any more, because the server's own secret (AUTH_SECRET) was changed, so nothing was sent. Replace the webhook's secret, then send again what failed.",
  "error-not-https": "The address has no https, so nothing was sent.",
  "error-address-refused":
    "The address leads into a private network or to this server itself, so nothing was sent.",
  "error-name-not-found": "Nobody knows a server of that name.",
  "error-no-connection": "No connection could be made, or it broke off.",
  "error-certificate": "The server's certificate could not be checked.",
  "error-timeout": "No answer came within 15 seconds.",
  "error-redirected": "The answer points to another address. Webhooks don't follow.",
  "error-bad-status": "The answer was not a success (2xx).",
  "error-no-http": "The answer was not HTTP.",
} as const satisfies Record<`error-${AttemptError}`, string>;

/** The pages about webhooks. */
export const webhooks = {
  ...events,
  ...states,
  ...errors,
  title: "Webhooks",
  lead: "Your programs hear at once what happens: each event is sent, signed, to the addresses you give here. It names visits, people and calls by their ids only; programs ask for the rest with a key.",
  empty: "Nothing is sent anywhere yet",
  "empty-why":
    "Add the address of a program of yours. You can send it a test before anything happens.",
  add: "Add a webhook",
  back: "All webhooks",
  "all-events": "every event",
  "some-events": "{count, plural, one {# event} other {# events}}",
  on: "on",
  failing: "failing since {when}",
  "off-by-hand": "turned off {when}",
  "off-gone": "turned off {when}: it answered that it is gone (410)",
  "off-failing": "turned off {when}: nothing got through for days",
  "off-notice": "{url} was turned off",
  "off-notice-gone":
    "It answered that it is gone (410). What happens meanwhile is not sent later. Turn it on when the program is back.",
  "off-notice-failing":
    "Nothing got through for five days. What happens meanwhile is not sent later. Turn it on when the program is back.",

  "new-title": "Add a webhook",
  "edit-title": "Change this webhook",
  url: "Address",
  "url-hint": "It begins with https:// and takes a POST with JSON.",
  "url-hint-loopback":
    "It begins with https:// and takes a POST with JSON. Here http:// will do for this machine itself, such as http://localhost:8080/hook.",
  which: "What is sent",
  "which-all": "Every event, also those that come with later versions",
  "which-some": "Only what is ticked here",
  "group-room": "Visits and webinars",
  "group-seat": "People on the list",
  "group-call": "Calls",
  "submit-new": "Add it",
  "submit-edit": "Save",
  busy: "One moment…",

  here: "The signing secret. It is shown only now.",
  "here-why":
    "The program checks with it that a message is ours, by the Standard Webhooks rules. Put it where the program keeps its secrets.",
  secret: "Signing secret",
  copy: "Copy",
  copied: "Copied",
  go: "Go to the webhook",

  "told-pinged":
    "A test is on its way. It stands first in the log, with the answer once that is there.",
  "told-edited": "Saved.",
  "told-on": "Turned on. Events are sent from now on.",
  "told-off": "Turned off. Nothing is sent from now on.",
  "told-deleted": "Deleted, with its log.",
  "told-replayed": "It is being sent again.",
  "look-again": "Look for the answer",
  "told-replayed-many":
    "{count, plural, =0 {Nothing failed in that time.} one {# message is being sent again.} other {# messages are being sent again.}}{more, select, yes { There may be more; press again.} other {}}",

  "send-test": "Send a test",
  "turn-on": "Turn on",
  "turn-off": "Turn off",
  edit: "Change",
  rotate: "Replace the secret",
  delete: "Delete",
  acts: "This webhook",
  "old-secret": "The secret before this one signs too until {when}.",

  "rotate-title": "Replace the signing secret?",
  "rotate-lead":
    "You get a new secret, shown once. For 24 hours each message is signed with both, so that the program can change over without losing any. A secret from before the last change stops working at once.",
  "rotate-submit": "Make a new secret",
  keep: "Go back",

  "delete-title": "Delete this webhook?",
  "delete-lead":
    "Nothing is sent to {url} any more, also not what still waits. Its log goes too. This can't be taken back.",
  "delete-submit": "Delete it",

  log: "What was sent",
  "log-empty": "Nothing was sent yet",
  "log-empty-why": "Send a test, or plan a visit: it will stand here with the answer.",
  "log-none": "Nothing in the log is like that",
  "log-none-why": "Choose something else above, or everything.",
  "filter-state": "How it went",
  "filter-type": "Event",
  "filter-any": "everything",
  filter: "Show",
  older: "Older",
  newest: "Newest",
  "log-kept": "The log goes back 30 days.",
  tries: "{tries, plural, =0 {not tried yet} one {# try} other {# tries}}",
  "next-try": "next try {when}",
  answered: "answer {status}",

  "replay-title": "Send again what failed",
  "replay-lead": "Each message keeps its id, so the program can leave out what it knows already.",
  span: "Given up in the last",
  "span-hour": "hour",
  "span-day": "24 hours",
  "span-three-days": "3 days",
  "span-month": "30 days",
  "replay-many": "Send them again",

  "delivery-title": "Message",
  "delivery-back": "Back to the webhook",
  "message-id": "Message id (webhook-id)",
  happened: "Happened",
  position: "Place in the record",
  "see-record": "See the record",
  payload: "What is sent",
  attempts: "Tries",
  next: "The next try is {when}.",
  "attempt-ms": "{ms} ms",
  replay: "Send it again",
} as const;
