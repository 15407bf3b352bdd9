import { expect, test } from "../fixtures";
import type { Guest } from "../pages/guest";
import { expectAccessible } from "../support/accessible";
import { announce, sql } from "../support/database";
import { letTimePass } from "../support/let-time-pass";
import { untilNobodyIsInside } from "../support/until-nobody-is-inside";
import { makeLiveWebinar, makeSeat } from "../support/world";

/** One who has the only place, by `seat`, and one who waits for it. */
async function makeFullWebinar(newGuest: (name: string) => Promise<Guest>) {
  const room = await makeLiveWebinar();
  await sql("UPDATE rooms SET seat_limit = 1 WHERE id = $1", [room.id]);
  const [inside, next] = [await newGuest("inside"), await newGuest("next")];
  const seat = await makeSeat(room, "audience", "Ana Lindqvist");
  await inside.joins(seat);
  await next.opens(await makeSeat(room, "audience", "Samuel Reyes"));
  await next.button("Let me in when a place is free").click();
  await expect(next.headline("You are next in line")).toBeVisible();
  return { room, seat, inside, next };
}

test("whoever finds every place taken waits in line, and is let in by itself when it is their turn", async ({
  newGuest,
}) => {
  const room = await makeLiveWebinar();
  await sql("UPDATE rooms SET seat_limit = 1 WHERE id = $1", [room.id]);
  const [first, second] = [await newGuest("first"), await newGuest("second", { phone: true })];
  const third = await newGuest("third");
  await first.joins(await makeSeat(room, "audience", "Ana Lindqvist"));

  await second.opens(await makeSeat(room, "audience", "Samuel Reyes"));
  await expect(second.headline("Every place is taken")).toBeVisible();
  await expect(second.answer).toContainText("There is 1 place, and somebody is in it.");
  await expect(second.enterButton).toBeHidden();
  await expectAccessible(second.page);
  await second.button("Let me in when a place is free").click();
  await expect(second.headline("You are next in line")).toBeFocused();
  await expect(second.answer).toContainText("When it is your turn it takes you in by itself");
  await expectAccessible(second.page);
  await expect(second.call).toBeHidden();

  const seat = await makeSeat(room, "audience", "Noor Haddad");
  await third.opens(seat);
  await expect(third.answer).toContainText("1 person waits for one already.");
  await third.button("Let me in when a place is free").click();
  await expect(third.headline("You are 2nd in line")).toBeVisible();
  await expect(third.answer).toContainText("1 person is ahead of you.");
  await third.page.reload();
  await expect(third.headline("You are 2nd in line")).toBeVisible();

  await first.button("Leave").click();
  await expect(second.call).toBeVisible();
  await expect(third.headline("You are next in line")).toBeVisible();
  await expect(third.call).toBeHidden();
  await second.button("Leave").click();
  await expect(third.call).toBeVisible();
});

test("whoever closes the page, or stops waiting, lets the next one up", async ({ newGuest }) => {
  const room = await makeLiveWebinar();
  await sql("UPDATE rooms SET seat_limit = 1 WHERE id = $1", [room.id]);
  const names = ["Ana Lindqvist", "Samuel Reyes", "Eve Marlow", "Noor Haddad"];
  const guests = [];
  for (const name of names) {
    const guest = await newGuest(name);
    const seat = await makeSeat(room, "audience", name);
    if (guests.length === 0) await guest.joins(seat);
    else {
      await guest.opens(seat);
      await guest.button("Let me in when a place is free").click();
      await expect(guest.headline(/in line$/)).toBeVisible();
    }
    guests.push(guest);
  }
  const [inside, closes, stops, last] = guests;
  if (!inside || !closes || !stops || !last) throw new Error("four came");
  await expect(last.headline("You are 3rd in line")).toBeVisible();
  await closes.page.goto("about:blank");
  await expect(last.headline("You are 2nd in line")).toBeVisible();
  await stops.button("Stop waiting").click();
  await expect(last.headline("You are next in line")).toBeVisible();
  await expect(stops.headline("Every place is taken")).toBeVisible();
  await inside.button("Leave").click();
  await expect(last.call).toBeVisible();
});

test("whoever loads the call anew comes back to their place; pressing Leave gives it to the next", async ({
  newGuest,
}) => {
  const { room, inside, next } = await makeFullWebinar(newGuest);
  await inside.page.reload();
  await untilNobodyIsInside(room);
  await expect(next.headline("You are next in line")).toBeVisible();
  await expect(inside.headline("Your place is kept")).toBeVisible();
  await expect(inside.page.getByRole("timer")).toHaveText(/^for \d+ s$/);
  await expectAccessible(inside.page);
  await inside.enterButton.click();
  await expect(inside.call).toBeVisible();
  await expect(inside.linkBanner).toHaveCount(0);
  await expect(next.call).toBeHidden();

  await inside.button("Leave").click();
  await expect(next.call).toBeVisible();
});

test("whoever waits is let in when the place kept for somebody cut off is free, by the time alone", async ({
  newGuest,
}) => {
  const { room, seat, inside, next } = await makeFullWebinar(newGuest);
  await next.page.route("**/keep-place", (route) => route.abort());
  await inside.page.goto("about:blank");
  await untilNobodyIsInside(room);
  await letTimePass(27, seat);
  await announce(room.id);
  await expect(next.call).toBeVisible();
});
