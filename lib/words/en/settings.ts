/** What connects an organization to other programs: the frame of its pages. */
export const settings = {
  title: "Settings",
  navigation: "Settings",
  keys: "API keys",
  "keys-lead":
    "A key lets a program plan, invite and read on behalf of your organization, as far as its rights go.",
} as const;
