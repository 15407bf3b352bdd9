import { expect, test } from "../fixtures";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

test("the answer itself names the typeface that the page then uses, so that nothing moves from under a finger", async ({
  newGuest,
}) => {
  const patient = await newGuest("patient", { phone: true });
  const room = await makeRoom(await makeOrganization(), { lobby: true });
  const answered = patient.page.waitForResponse((one) => one.url().endsWith(`/room/${room.id}`));
  await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  const { link = "" } = (await answered).headers();
  const [, named = "none"] = /<([^>]+\.woff2)>; rel=preload; as="font"/.exec(link) ?? [];
  // The only one that a page in English needs.
  await expect
    .poll(() => patient.page.evaluate(fontsThatCame))
    .toEqual([new URL(named, patient.page.url()).href]);
});

function fontsThatCame(): string[] {
  return performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.endsWith(".woff2"));
}
