import type { Capacity } from "@/lib/domain/room/role";
import type { RoomKind } from "@/lib/domain/room/room-kind";
import type { StaffRole } from "@/lib/domain/staff/staff-role";

type DemoPerson = { name: string; email: string; timeZone: string; birthYear?: number };

export type DemoRoom = {
  /** Names the room among the demo's; part of its calendar UID. */
  key: string;
  title: string;
  kind: RoomKind;
  /** Minutes from the start of the demo, before and after it. */
  opensInMinutes: number;
  lengthMinutes: number;
  isLive?: boolean;
  /** Made anew at a later start, so that a demo always has one. */
  isRenewed: boolean;
  roster: [name: string, capacity: Capacity][];
};

export type DemoOrganization = {
  name: string;
  slug: string;
  kind: "clinic" | "events";
  timeZone: string;
  staff: (DemoPerson & { staffRole: StaffRole })[];
  guests: DemoPerson[];
  rooms: DemoRoom[];
};

const HOUR = 60;
const DAY = 24 * HOUR;

const RIVERSIDE: DemoOrganization = {
  name: "Riverside Clinic",
  slug: "riverside-clinic",
  kind: "clinic",
  timeZone: "Europe/London",
  staff: [
    {
      name: "Dr Amara Okafor",
      email: "amara.okafor@riverside.example",
      timeZone: "Europe/London",
      staffRole: "owner",
    },
    {
      name: "Dr Jonas Lind",
      email: "jonas.lind@riverside.example",
      timeZone: "Europe/Stockholm",
      staffRole: "host",
    },
  ],
  guests: [
    {
      name: "Samuel Reyes",
      email: "samuel.reyes@mail.example",
      timeZone: "Europe/Madrid",
      birthYear: 1942,
    },
    {
      name: "Mina Farouk",
      email: "mina.farouk@mail.example",
      timeZone: "Africa/Cairo",
      birthYear: 1987,
    },
    {
      name: "Tomasz Nowak",
      email: "tomasz.nowak@mail.example",
      timeZone: "Europe/Warsaw",
      birthYear: 1964,
    },
    { name: "Lucia Reyes", email: "lucia.reyes@mail.example", timeZone: "Europe/Madrid" },
  ],
  rooms: [
    {
      key: "visit-open",
      title: "Visit with Dr Amara Okafor",
      kind: "visit",
      opensInMinutes: -10,
      lengthMinutes: 3 * HOUR,
      isRenewed: true,
      roster: [
        ["Dr Amara Okafor", "clinician"],
        ["Samuel Reyes", "patient"],
        ["Lucia Reyes", "helper"],
      ],
    },
    {
      key: "visit-later",
      title: "Visit with Dr Jonas Lind",
      kind: "visit",
      opensInMinutes: 3 * HOUR,
      lengthMinutes: 30,
      isRenewed: true,
      roster: [
        ["Dr Jonas Lind", "clinician"],
        ["Mina Farouk", "patient"],
      ],
    },
    {
      key: "visit-yesterday",
      title: "Follow-up with Dr Amara Okafor",
      kind: "visit",
      opensInMinutes: -DAY,
      lengthMinutes: 20,
      isRenewed: false,
      roster: [
        ["Dr Amara Okafor", "clinician"],
        ["Tomasz Nowak", "patient"],
      ],
    },
  ],
};

const LANTERNHOUSE: DemoOrganization = {
  name: "Lanternhouse Events",
  slug: "lanternhouse-events",
  kind: "events",
  timeZone: "Europe/Berlin",
  staff: [
    {
      name: "Nadia Haddad",
      email: "nadia.haddad@lanternhouse.example",
      timeZone: "Europe/Berlin",
      staffRole: "owner",
    },
    {
      name: "Femi Adeyemi",
      email: "femi.adeyemi@lanternhouse.example",
      timeZone: "Africa/Lagos",
      staffRole: "manager",
    },
  ],
  guests: [
    { name: "Lin Wei", email: "lin.wei@mail.example", timeZone: "Asia/Singapore" },
    { name: "Ines Duarte", email: "ines.duarte@mail.example", timeZone: "Europe/Lisbon" },
    { name: "Peter Novak", email: "peter.novak@mail.example", timeZone: "Europe/Prague" },
  ],
  rooms: [
    {
      key: "webinar-open",
      title: "Light after dark: safer streets by design",
      kind: "webinar",
      opensInMinutes: -15,
      lengthMinutes: 4 * HOUR,
      isLive: true,
      isRenewed: true,
      roster: [
        ["Nadia Haddad", "host"],
        ["Lin Wei", "speaker"],
        ["Ines Duarte", "audience"],
        ["Peter Novak", "audience"],
      ],
    },
    {
      key: "webinar-next-week",
      title: "Lanterns of the coast: a night walk",
      kind: "webinar",
      opensInMinutes: 7 * DAY,
      lengthMinutes: 90,
      isRenewed: true,
      roster: [
        ["Femi Adeyemi", "host"],
        ["Lin Wei", "speaker"],
        ["Ines Duarte", "audience"],
      ],
    },
  ],
};

export const DEMO = [RIVERSIDE, LANTERNHOUSE];
