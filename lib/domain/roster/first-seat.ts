import type { Capacity } from "@/lib/domain/room/role";

/** The most people whom a new room may have on its roster from the start, besides who leads it. */
export const MAX_FIRST_SEATS = 250;

type FirstPerson = {
  name: string;
  email: string | null;
  timeZone: string;
  birthYear: number | null;
};

/** Somebody who is on a roster from the start: new, or found by their address, or known by id. */
export type FirstSeat = {
  capacity: Capacity;
  /** The name that whoever asks gave this place; what is wrong with it is told under it. */
  field: string;
} & ({ person: FirstPerson; personId: null } | { person: null; personId: string });
