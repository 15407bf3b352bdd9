/** Signing in and choosing an organization. */
export const auth = {
  "sign-in-title": "Sign in",
  "sign-in-lead":
    "For staff. We send you a link that signs you in, so there is no password to remember.",
  "email-label": "Your e-mail address",
  "email-hint": "The one that your organization knows you by",
  "send-link": "Send me a link",
  "sending-link": "Sending the link…",
  or: "or",
  "with-provider": "Sign in with {name}",
  guests: "Invited as a patient, speaker or guest? Open the link in your invitation instead.",
  "check-title": "Check your mail",
  "check-sent": "If {address} belongs to a member of staff, a link is on its way to it.",
  "check-sent-unnamed": "If your address belongs to a member of staff, a link is on its way to it.",
  "check-once": "It works once, within {minutes} minutes, on any device.",
  "check-missing-title": "Nothing there after two minutes?",
  "check-missing":
    "Look in the spam folder, and check the address above for slips. If it is right, ask the owner of your organization whether they know you by another one.",
  "check-again": "Use another address or ask again",
  "link-title": "Sign in",
  "link-as": "This link signs you in as {address}.",
  "link-button": "Sign in as {address}",
  "link-not-you": "Not your address? Close this page; nothing has happened.",
  "problem-link-title": "This link doesn't work any more",
  "problem-link":
    "Each link signs in once, and for a short time only. Give your e-mail address, and a new one is sent to you.",
  "problem-not-a-member-title": "Nobody is known by this address",
  "problem-not-a-member":
    "Your address isn't on the staff list of any organization here. Ask the owner of yours to add you, or use another address.",
  "problem-not-verified-title": "Your address isn't confirmed",
  "problem-not-verified":
    "Your sign-in service didn't confirm that this address is yours. Confirm it there, or let us send you a link.",
  "problem-provider-title": "The sign-in service didn't let you in",
  "problem-provider":
    "It was stopped halfway or took too long. Try it again, or let us send you a link.",
  "problem-unexpected-title": "Signing in didn't work",
  "problem-unexpected": "Something went wrong on our side. Ask for a new link and try again.",
  "problem-next": "Go to sign-in",
  "problem-link-next": "Send me a new link",
  "organization-title": "Choose an organization",
  "organization-lead": "You belong to more than one. You can change this at any time.",
  "organization-open": "Open {name}",
  "organization-current": "Stay with {name}",
} as const;
