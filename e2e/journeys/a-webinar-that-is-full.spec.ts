import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { sql } from "../support/database";
import { makeLiveWebinar, makeSeat } from "../support/world";

test("whoever finds every place taken is let in by itself when somebody leaves", async ({
  newGuest,
}) => {
  const room = await makeLiveWebinar();
  await sql("UPDATE rooms SET seat_limit = 1 WHERE id = $1", [room.id]);
  const [first, second] = [await newGuest("first"), await newGuest("second", { phone: true })];
  await first.joins(await makeSeat(room, "audience", "Ana Lindqvist"));

  await second.opens(await makeSeat(room, "audience", "Samuel Reyes"));
  await expect(second.headline("Every place is taken")).toBeVisible();
  await expect(second.answer).toContainText("There is 1 place, and somebody is in it.");
  await expect(second.enterButton).toBeHidden();
  await expectAccessible(second.page);
  await second.button("Let me in when a place is free").click();
  await expect(second.answer).toContainText("As soon as a place is free it takes you in.");
  await expect(second.headline("Every place is taken")).toBeFocused();
  await expect(second.call).toBeHidden();

  await first.button("Leave").click();
  await expect(second.call).toBeVisible();
});
