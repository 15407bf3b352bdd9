import { expect, test } from "../fixtures";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

test("a page asks for its typeface before its style sheet does, so that nothing moves from under a finger", async ({
  newGuest,
}) => {
  const patient = await newGuest("patient", { phone: true });
  const room = await makeRoom(await makeOrganization(), { lobby: true });
  const page = patient.page.waitForResponse((answer) => answer.url().endsWith(`/room/${room.id}`));
  await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  const { link = "" } = (await page).headers();
  const [, asked] = /<([^>]+\.woff2)>; rel=preload; as="font"/.exec(link) ?? [];
  // The only one that a page in English needs.
  await expect
    .poll(() => patient.page.evaluate(fontsThatCame))
    .toEqual([expect.stringMatching(new RegExp(`${asked}$`))]);
});

function fontsThatCame(): string[] {
  return performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.endsWith(".woff2"));
}
