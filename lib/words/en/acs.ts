/** What the API of Azure Communication Services leaves to us to word, and the page about it. */
export const acs = {
  /** The title of a room that a program made; its id follows. */
  room: "Room",

  title: "ACS Rooms",
  lead: "Programs written for Azure Communication Services Rooms work here when they are given this connection string instead of their own.",
  sample: "Try a call with nothing but a user token",
  docs: "What else programs can ask",
  empty: "No such program is connected yet",
  "empty-why": "Make a resource below. It gets a connection string for your program.",
  resource: "Resource {id}",
  "connection-primary": "Connection string with the primary key",
  "connection-secondary": "Connection string with the secondary key",
  copy: "Copy",
  copied: "Copied",
  "replace-primary": "Replace the primary key",
  "replace-secondary": "Replace the secondary key",
  "replace-primary-name": "Replace the primary key of {name}",
  "replace-secondary-name": "Replace the secondary key of {name}",
  replace: "Replace a key",
  "replace-title-primary": "Replace the primary key of “{name}”?",
  "replace-title-secondary": "Replace the secondary key of “{name}”?",
  "replace-lead":
    "Programs that sign with it are refused at once, and the user tokens it asked for are worth nothing any more. Give them the other connection string first.",
  "replace-submit": "Replace it",
  "replace-keep": "Keep it",
  "told-replaced":
    "Replaced. The old key opens nothing any more; the new connection string is below.",
  origins: "Web pages that may join calls",
  "origins-hint": "Origins with a space between, such as https://portal.example.org",
  "origins-submit": "Save these pages",
  "new-title": "Make a resource",
  name: "Name",
  "name-hint": "Which program it is for.",
  submit: "Make the resource",
  busy: "One moment…",
} as const;
