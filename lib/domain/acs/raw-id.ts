const GUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

// Public cloud and the two clouds of governments. More underscores would make it another kind of
// identifier for the newest clients.
const RAW_ID = new RegExp(`^8:(?:acs|dod-acs|gcch-acs):(${GUID})_(${GUID})$`);

/** The two halves of the raw id of an ACS user, in small letters. */
export type RawIdParts = { resourceId: string; userId: string };

/** What a raw id names; null when it is not that of an ACS user. */
export function parseRawId(text: string): RawIdParts | null {
  const [, resourceId, userId] = RAW_ID.exec(text) ?? [];
  if (!resourceId || !userId) return null;
  return { resourceId: resourceId.toLowerCase(), userId: userId.toLowerCase() };
}

/** The raw id of somebody who came by another way than the API: of their person, at that resource. */
export function toRawId({ resourceId, userId }: RawIdParts): string {
  return `8:acs:${resourceId}_${userId}`;
}

/** What somebody is called of whom nothing but a raw id is known. */
export function guestName(rawId: string): string {
  return `Guest ${rawId.slice(-4)}`;
}
