/** What the API of Azure Communication Services leaves to us to word, and the page about it. */
export const acs = {
  /** The title of a room that a program made; its id follows. */
  room: "Room",
} as const;
