/** Mails and calendar entries. Times are said by the mail itself, in the reader's zone. */
export const mail = {
  "subject-invitation": "Invitation: {title}, {when}",
  "subject-change": "Changed: {title}, {when}",
  "subject-move": "New time: {title}, {when}",
  "subject-cancellation": "Called off: {title}, {when}",
  "subject-removal": "No longer invited: {title}, {when}",

  "lead-invitation":
    "{organization} invites you to a {kind, select, visit {visit} webinar {webinar} other {meeting}}{led, select, yes { with {hosts}} other {}}.",
  "lead-change":
    "Something changed about your {kind, select, visit {visit} webinar {webinar} other {meeting}}{led, select, yes { with {hosts}} other {}}. This is how it is now.",
  "lead-move":
    "Your {kind, select, visit {visit} webinar {webinar} other {meeting}}{led, select, yes { with {hosts}} other {}} has a new time. Before, it was {before}.",
  "lead-cancellation":
    "Your {kind, select, visit {visit} webinar {webinar} other {meeting}}{led, select, yes { with {hosts}} other {}} was called off and doesn’t take place.",
  "lead-removal":
    "{organization} took you off the list for this {kind, select, visit {visit} webinar {webinar} other {meeting}}, so you can’t come in any more.",

  reason: "The reason: {reason}",
  "after-cancellation":
    "You don’t have to do anything. The entry leaves your calendar by itself. {organization} can give you a new time.",
  "after-removal": "If you think this is a mistake, ask {organization}.",

  "was-start": "The time is new. Before, it was {before}.",
  "was-length": "It takes {now} now. Before, it was {before}.",
  "was-title": "It was called “{before}” before.",
  "was-part": "Your part is new. Before, it was: {before}",

  "subject-excuse": "{name} can’t come: {title}, {when}",
  "subject-excuse-over": "{name} can come after all: {title}, {when}",
  "lead-excuse": "{name} said that they can’t come to “{title}”.",
  "lead-excuse-over": "{name} had said that they can’t come to “{title}”, and now can.",
  "after-excuse":
    "Nothing else has changed: they are still on the list, and can come after all if they say so or just come in.",

  "label-when": "When",
  "label-with": "With",
  "label-part": "Your part",
  "label-entry": "Come in",
  "your-time": "{window} (your time, {place})",
  "room-time": "{window} in {place}",
  part: "{capacity, select, clinician {Clinician} patient {Patient} helper {Helper} interpreter {Interpreter} host {Host} speaker {Speaker} other {Audience}}. {role, select, presenter {You lead it and decide who comes in.} collaborator {You take part with camera and microphone, and may share your screen.} attendee {You take part with camera and microphone.} other {You watch and listen; nobody sees or hears you.}}",
  entry:
    "From {time}. {lobby, select, yes {You wait a moment there, and somebody lets you in.} other {The page lets you in by itself.}}",

  "button-visit": "Go to your visit",
  "button-webinar": "Go to the webinar",
  "button-meeting": "Go to the meeting",
  "before-it":
    "You need no account and nothing to install. Open the page early and test your camera and sound there.",
  "before-it-audience": "You need no account, no camera and nothing to install.",
  "link-is-yours":
    "This link is yours alone: whoever opens it comes in under your name. Keep it to yourself.",
  "copy-address": "If the button does nothing, copy this address into your browser:",
  footer: "You get this mail because {organization} invited you.",

  "sign-in-subject": "Sign in to {place}",
  "sign-in-heading": "Sign in",
  "sign-in-lead": "You asked to sign in to {place}. Press the button to go on.",
  "sign-in-button": "Sign in",
  "sign-in-limit":
    "The link works once, within {minutes, plural, one {# minute} other {# minutes}}.",
  "sign-in-not-you":
    "If you didn’t ask for this, do nothing. Nobody can sign in without this mail.",
} as const;
