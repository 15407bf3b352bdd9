/** What the API of Azure Communication Services leaves to us to word, and the page about it. */
export const acs = {
  /** The title of a room that a program made; its id follows. */
  room: "Room",

  title: "ACS Rooms",
  lead: "Programs written for Azure Communication Services Rooms work here when they are given this connection string instead of their own.",
  empty: "No such program is connected yet",
  "empty-why": "Make a resource below. It gets a connection string for your program.",
  resource: "Resource {id}",
  "connection-primary": "Connection string with the primary key",
  "connection-secondary": "Connection string with the secondary key",
  copy: "Copy",
  copied: "Copied",
  "replace-why":
    "A key that is replaced is refused at once, and so are the user tokens it asked for. Give programs the other key first.",
  "replace-ask": "Replace a key…",
  "replace-primary": "Replace the primary key of {name}",
  "replace-secondary": "Replace the secondary key of {name}",
  origins: "Web pages that may join calls",
  "origins-hint": "Origins with a space between, such as https://portal.example.org",
  "origins-submit": "Save these pages",
  "new-title": "Make a resource",
  name: "Name",
  "name-hint": "Which program it is for.",
  submit: "Make the resource",
  busy: "One moment…",
} as const;
