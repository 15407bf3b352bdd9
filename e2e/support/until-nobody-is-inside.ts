import { expect } from "@playwright/test";
import { sql } from "./database";
import type { Room } from "./world";

/** Waits until the product knows that everybody has left the room's call. */
export async function untilNobodyIsInside({ id }: Room): Promise<void> {
  const stays = "SELECT FROM presence WHERE room_id = $1 AND left_at IS NULL";
  await expect.poll(() => sql(stays, [id])).toEqual([]);
}
