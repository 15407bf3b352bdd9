/** What connects an organization to other programs: the frame of its pages. */
export const settings = {
  title: "Settings",
  navigation: "Settings",
  keys: "API keys",
  acs: "ACS Rooms",
  webhooks: "Webhooks",
} as const;
