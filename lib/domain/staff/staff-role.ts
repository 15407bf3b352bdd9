/** What a member may do in the organization, from most to least. */
export const STAFF_ROLES = ["owner", "manager", "host"] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];
