/** What differs between the versions of the rooms API. */
export type RoomsVersion = {
  /** Rooms have `pstnDialOutEnabled`. */
  hasDialOut: boolean;
  /** Participants may be Collaborators. */
  hasCollaborator: boolean;
};

/** Every version of the rooms API that is spoken here; the newest last. */
// prettier-ignore
export const ROOMS_VERSIONS = {
  "2023-06-14":         { hasDialOut: false, hasCollaborator: false },
  "2023-10-30-preview": { hasDialOut: true,  hasCollaborator: false },
  "2024-04-15":         { hasDialOut: true,  hasCollaborator: false },
  "2025-02-28-preview": { hasDialOut: true,  hasCollaborator: true },
  "2025-03-13":         { hasDialOut: true,  hasCollaborator: true },
} as const satisfies Record<string, RoomsVersion>;

/** Versions of the rooms API that are answered with the news that they are gone. */
export const DEPRECATED_ROOMS_VERSIONS = [
  "2021-04-07",
  "2022-02-01",
  "2023-03-31-preview",
] as const;

/** Every version of the identity API that is spoken here; they differ in nothing that we answer. */
export const IDENTITY_VERSIONS = [
  "2021-03-07",
  "2021-11-01",
  "2022-06-01",
  "2022-10-01",
  "2023-10-01",
  "2025-06-30",
] as const;

/** A version as Python's rooms client asks for the second page: the name of its enum's member. */
const ENUM_MEMBER = /^ApiVersion\.V(\d{4})_(\d\d)_(\d\d)(_PREVIEW)?$/;

/** The version that a request names; null when it is none of ours. */
export function readRoomsVersion(text: string, isFollowingPage: boolean): RoomsVersion | null {
  const name = plainVersion(text, isFollowingPage);
  return isRoomsVersion(name) ? ROOMS_VERSIONS[name] : null;
}

/** The version's own name. The form of Python's enum counts on following pages only. */
export function plainVersion(text: string, isFollowingPage: boolean): string {
  const [, year, month, day, preview] = (isFollowingPage && ENUM_MEMBER.exec(text)) || [];
  return year ? `${year}-${month}-${day}${preview ? "-preview" : ""}` : text;
}

function isRoomsVersion(text: string): text is keyof typeof ROOMS_VERSIONS {
  return Object.hasOwn(ROOMS_VERSIONS, text);
}
