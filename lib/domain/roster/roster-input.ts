import { z } from "zod";
import type { Problem } from "@/lib/domain/problem";
import { CAPACITIES, ROLES } from "@/lib/domain/room/role";
import { reason } from "@/lib/domain/room/room-input";
import { timeZone } from "@/lib/domain/room/window-input";
import { wholeNumberOf } from "@/lib/domain/text";
import { emailAddress, personName } from "./person-input";

export const FIRST_BIRTH_YEAR = 1900;
export const LAST_BIRTH_YEAR = 2100;

const id = z.string("not-valid" satisfies Problem);

/** A person to put on a roster. Without an address they get no mail; their link is handed over. */
export const addPersonInput = z.object({
  roomId: id,
  name: personName.refine((name) => name !== "", "missing" satisfies Problem),
  email: emailAddress,
  capacity: z.enum(CAPACITIES, "not-offered" satisfies Problem),
  timeZone,
  birthYear: z
    .union(
      [
        z.literal("").transform(() => null),
        wholeNumberOf(FIRST_BIRTH_YEAR, LAST_BIRTH_YEAR, "not-a-year"),
      ],
      "not-a-year" satisfies Problem,
    )
    .optional()
    .transform((year) => year ?? null),
});

/** One line of a roster. */
export const seatInput = z.object({ roomId: id, seatId: id });

export const changeSeatRoleInput = seatInput.extend({
  role: z.enum(ROLES, "not-offered" satisfies Problem),
});

export const removeSeatInput = seatInput.extend({ reason });

export type AddPersonInput = z.output<typeof addPersonInput>;
export type SeatInput = z.output<typeof seatInput>;
export type ChangeSeatRoleInput = z.output<typeof changeSeatRoleInput>;
export type RemoveSeatInput = z.output<typeof removeSeatInput>;
