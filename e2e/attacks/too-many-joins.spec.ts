import { expect, test } from "@playwright/test";
import { Caller } from "../support/caller";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

test("a seat that joins again and again is told to wait; the next seat is let in", async () => {
  const room = await makeRoom(await makeOrganization());
  const greedy = await Caller.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  for (let time = 0; time < 60; time += 1) await greedy.getsTicket();
  const answer = await greedy.presses("join");
  expect(answer.status()).toBe(429);
  expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);

  const other = await Caller.opens(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await other.getsTicket();
});
