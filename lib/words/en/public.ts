/** The start page and the pages about things that went wrong. */
export const publicPages = {
  product: "Rostrum",
  "start-title": "Visits and webinars that let the right people in",
  "start-clinics":
    "For clinics: patients and clinicians meet by video at the time of the visit, without an account and without an app.",
  "start-events":
    "For organizers of webinars: speakers get ready behind the scene, the audience comes in when you go live.",
  "start-rule":
    "Each visit and each webinar knows who is invited, when it is open and what everybody may do, and keeps to it.",
  "start-sign-in": "Sign in",
  "start-guests":
    "Invited as a patient, speaker or guest? You don't need to sign in: open the link in your invitation.",
  "not-found-title": "There is nothing at this address",
  "not-found-text":
    "The address may have been copied only in part, or what was here has been taken away. If you came from an invitation, open its link again.",
  "to-start": "Go to the start page",
  "to-rooms": "Go to your visits and webinars",
  "outage-title": "We can't show this page right now",
  "outage-page":
    "Our records don't answer. Nothing that you saved is lost. You can leave this page open: it tries again by itself.",
  "outage-form":
    "Our records don't answer, so what you sent was not saved. Go back, and send it again in a minute.",
  "problem-title": "That didn't work",
  "link-gone-title": "This link doesn't let you in any more",
  "link-gone-text":
    "It may have been replaced by a newer one, switched off by those who invited you, or copied only in part. Open the link in the newest mail about your visit or webinar. If that one leads here too, ask those who invited you to send you a new one.",
  request: "If you write to us about it, name this number: {id}",
} as const;
