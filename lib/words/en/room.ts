/**
 * The room page, before and after the call. Each decision has three parts under its own name: what
 * is so, `-why` (why, or until when) and `-next` (what to do now).
 */
export const room = {
  thing:
    "{kind, select, visit {visit} webinar {webinar} meeting {meeting} other {visit or webinar}}",
  inviter: "the person who invited you",
  with: "With {names}",
  "your-time": "{when} (your\u00a0time)",
  "there-time": "{when} in {place}",
  "you-are-here-as": "You are here as {name}",
  "not-you": "Not you?",
  record: "What happened",
  "who-was-here": "Who was here, and when",
  "forget-text":
    "This device then forgets {name}. Open the link in your own invitation afterwards.",
  forget: "Forget {name} on this device",
  "add-to-calendar": "Add to calendar",
  "one-moment": "One moment",
  "no-script":
    "This page needs JavaScript to show your camera and to let you in. Allow it for this site and load the page again.",
  "someone-in-charge": "{kind, select, visit {the clinician} other {the host}}",
  "Someone-in-charge": "{kind, select, visit {The clinician} other {The host}}",

  "too-early": "Opens at {when}",
  "too-early-day": "Opens {when}",
  "too-early-why":
    "You can close this page and come back. If it stays open, it goes on by itself when the time comes.",
  "too-early-next": "Meanwhile, see whether your camera and sound work.",
  "too-early-next-listener": "You need only speakers or headphones. Test the sound meanwhile.",
  "too-early-wanted": "You are set. Keep this page open: at {when} it goes on by itself.",
  countdown: "in {countdown}",

  "not-ready-name": "What is your name?",
  "not-ready-name-why": "The others see it. The {thing} is open until {closesAt}.",
  "not-ready-consent": "Your consent is missing",
  "not-ready-form": "A form is missing",
  "not-ready-why": "{organization} needs it before you can come in.",
  "not-ready-next": "Ask {organization} how to give it. This page goes on by itself afterwards.",
  name: "Your name",
  "go-on": "Go on",

  full: "Every place is taken",
  "full-why":
    "{count, plural, one {There is # place, and somebody is in it.} other {There are # places, and somebody is in each of them.}}",
  "full-ahead":
    "{ahead, plural, =0 {Nobody waits for one yet.} one {# person waits for one already.} other {# people wait for one already.}}",
  "full-next": "Wait in line, and this page takes you in when it is your turn.",
  "in-line":
    "{ahead, plural, =0 {You are next in line} other {You are {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} in line}}",
  "in-line-why":
    "Every place is taken.{ahead, plural, =0 { The next one that is free is yours.} one { # person is ahead of you.} other { # people are ahead of you.}}",
  "in-line-next":
    "Keep this page open. When it is your turn it takes you in by itself, with a sound.",

  "place-kept": "Your place is kept",
  "place-kept-for": "for {countdown}",
  "place-kept-why":
    "Every place is taken. Come back in before the time is up, or yours goes to whoever waits for one.",

  "not-live": "Starts at {when}",
  "not-live-day": "Starts {when}",
  "not-live-late": "It starts in a moment",
  "not-live-why": "The hosts are getting ready. Until they go live there is nothing to hear.",
  "not-live-next": "You need only speakers or headphones.",
  "not-live-wanted": "You are set. Keep this page open: it goes on by itself when they go live.",

  "in-lobby": "It is time",
  ahead: "You can come in already",
  "ahead-why": "It starts at {when}.",
  "in-lobby-why": "{who} lets you in. Until then nobody sees or hears you.",
  "in-lobby-next": "Say that you are here.",
  waiting: "{who} lets you in",
  "waiting-why":
    "You have been here since {since}{minutes, plural, =0 {} one {, # minute} other {, # minutes}}. Nobody sees or hears you yet.",
  "waiting-next": "Keep this page open. It takes you in by itself, with a sound.",
  "stopped-waiting": "You stopped waiting",
  "stopped-waiting-why": "{who} doesn't see you here any more.",
  "stopped-waiting-next": "Say that you are here when you want to come in after all.",
  "sent-back": "{Someone} asked you to wait here again",

  elsewhere: "You are in the call on another device",
  "elsewhere-why": "One person can be in it with one device at a time.",
  "elsewhere-next": "If you move the call here, it ends there.",

  admit:
    "{kind, select, visit {The visit is open} webinar {The webinar is open} other {The meeting is open}}",
  "admit-live": "The webinar is live",
  "admit-why": "You can come in until {closesAt}.",
  "admit-next": "Check how you look and sound, then join.",
  "admit-next-listener": "You need only speakers or headphones. Nobody sees or hears you.",
  "people-inside":
    "{count, plural, one {{names} is in the call.} other {{names} are in the call.}}",
  "people-waiting":
    "{count, plural, one {{names} waits to be let in.} other {{names} wait to be let in.}}",
  reloaded: "You were in the call",
  "reloaded-why": "This page was loaded again, and that took you out of it.",
  "reloaded-next": "Check how you look and sound, then join again.",
  "going-in": "You are going in",
  "going-in-why": "The others see and hear you in a moment.",
  "going-in-listener": "You see and hear them in a moment.",

  cancelled: "This {thing} was called off",
  "cancelled-why": "It was called off on {when}.",
  "cancelled-next":
    "{to, select, staff {You can close this page.} other {If you need a new time, ask {organization}.}}",
  "reason-given": "The reason given: {reason}",

  moved: "This {thing} has a new time",
  "moved-why": "It is now on {when}.",
  "moved-next": "Your place on the list went with it.",

  excuse: "I can't make it",
  excused: "You said that you can't come",
  "excused-why": "{count, plural, =0 {{who} sees} one {{who} sees} other {{who} see}} it.",
  "excused-reason": "Your reason: {reason}",
  "excused-next": "Your place stays yours. If you can come after all, say so here.",
  "excuse-reason": "Why you can't come",
  "excuse-reason-hint": "Only those who lead read it. You can leave it out.",
  "excuse-reason-send": "Send the reason",
  "take-back-excuse": "I can come after all",

  "not-invited": "Only people on the list can come in",
  "not-invited-link": "This link was made for {owner}",
  "not-invited-why":
    "This browser hasn't shown an invitation of yours, so the {thing} stays closed.",
  "not-invited-link-why":
    "It is not valid any more. There may be a newer one, or it was taken back.",
  "not-invited-next":
    "Open the link in your newest invitation. If you have none, ask {organization} to send one.",

  removed: "You were taken out of this {thing}",
  "removed-why":
    "{by, select, presenter {{kind, select, visit {The clinician} other {A host}} did it at {when}.} other {It was done by {organization} at {when}.}}",
  "removed-no-reason": "No reason was given.",
  "removed-next": "You can ask once to come back.",
  "removed-asked":
    "You asked to come back. Keep this page open. If they say yes, it takes you in by itself, with a sound. Until then nobody sees or hears you.",
  "removed-not-now":
    "You asked to come back. If they say yes, this page changes and you can come in.",
  "removed-over":
    "The {thing} ended at {when}.{to, select, staff {} other { For anything else, ask {organization}.}}",

  "too-late": "This {thing} is over",
  "took-place": "It took place {window}.",
  missed: "It was open until {when}. You were not in it.",
  "took-place-next":
    "You can close this page.{to, select, staff {} other { If you need another time, ask {organization}.}}",
  "missed-next":
    "{to, select, staff {You can close this page.} other {Ask {organization} for a new time.}}",

  ended: "{to, select, staff {This {thing} has ended} other {{Someone} ended this {thing}}}",
  "ended-why": "It ended at {when}.",
  "ended-next":
    "You can close this page.{to, select, staff {} other { If something was left open, ask {organization}.}}",
  "to-schedule": "Go to the schedule",

  left: "You left the {thing}",
  "left-why": "It is open until {closesAt}, and you can come back until then.",
  "left-full": "Every place is taken now. To come back, wait in line for one.",
  "left-next": "If you are done, you can close this page.",
  lost: "The connection was lost",
  "lost-why": "For two minutes we tried to bring you back. The {thing} is open until {closesAt}.",
  "lost-next": "See whether this device is online, then try again.",
  "moved-away": "The call goes on with your other device",
  "moved-away-why": "It ended here when you came in there.",

  "i-am-here": "I'm here",
  join: "Join",
  enter: "Enter",
  "join-again": "Join again",
  "try-again": "Try again",
  "let-me-in-at": "Let me in at {when}",
  "let-me-in-then": "Let me in then",
  "let-me-in-when-free": "Let me in when a place is free",
  "take-over": "Move the call here",
  "ask-to-return": "Ask to come back",
  follow: "Go to the new time",
  "not-now": "Not now",
  "leave-lobby": "Stop waiting",

  "link-lost": "No connection",
  "link-lost-text": "What you see may be out of date. This page keeps trying by itself.",
  "records-away": "We can't reach our records",
  "records-away-text": "Nothing is lost. This page tries again by itself.",
  "cannot-ask": "We can't be reached right now. Try again in a moment.",
  "asks-again": "We can't be reached right now. This page keeps trying by itself.",
  "not-found": "We can't find this visit or webinar",
  "not-found-why": "Its address may be incomplete, or it is gone.",
  "not-found-next": "Open the link in your invitation again.",
  "calendar-file": "{title}.ics",
  loading: "Loading",
} as const;
