/** The frame around every page. */
export const shell = {
  product: "Rostrum",
  description: "Visits and webinars that open on time, for the people they are meant for.",
  "skip-to-content": "Skip to content",
  navigation: "Main",
  settings: "Settings",
  "signed-in-as": "Signed in as {name}",
  "sign-out": "Sign out",
  optional: "optional",
  close: "Close",
  "times-in": "Times in {place}",
} as const;
