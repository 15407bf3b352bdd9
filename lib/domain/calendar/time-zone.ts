import { Temporal } from "temporal-polyfill";

/** Zones that Intl still lists by a name their cities no longer go by. */
const RENAMED: Readonly<Record<string, string>> = {
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Europe/Kiev": "Europe/Kyiv",
};

/** The IANA zones this system knows, by name, for lists to choose from. UTC stands first. */
export function listTimeZones(): string[] {
  const places = Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"));
  return ["UTC", ...places.map((zone) => RENAMED[zone] ?? zone).sort()];
}

// Zone names begin with a letter. Offsets such as "+02:00" can be computed with but are no zones.
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/;

/** The zone's IANA name in its proper spelling; null when there is no such zone. */
export function parseTimeZone(text: string): string | null {
  const name = text.trim();
  if (!ZONE_NAME.test(name)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}
