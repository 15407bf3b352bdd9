import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { sql } from "../support/database";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

const LONG = "Maximiliane Friederike von Hohenstein-Wallersdorf zu Greifenclau";

test("on a phone one of forty is found by name, and a long name at the door takes one line", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization(), { lobby: true });
  for (let guest = 39; guest > 0; guest -= 1) await makeSeat(room, "helper", `Guest ${guest}`);
  const patient = await makeSeat(room, "patient", LONG);
  await sql(
    `UPDATE people SET birth_year = 1942 WHERE id = (SELECT person_id FROM seats WHERE id = $1)`,
    [patient.id],
  );
  const clinician = await newGuest("clinician", { phone: true });
  const visitor = await newGuest("visitor");
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await visitor.opens(patient);
  await visitor.enterButton.click();

  const strip = clinician.page.getByRole("region", { name: "Waiting to be let in" });
  await expect(strip.getByTitle(`${LONG} (1942) is waiting`)).toBeVisible();
  await expect(strip.getByText("(1942) is waiting")).toBeInViewport({ ratio: 1 });
  expect((await strip.boundingBox())?.height).toBeLessThan(120);

  await clinician.button(/^People/).click();
  const people = clinician.page.getByRole("complementary", { name: "People" });
  const absent = people.getByRole("list").last().getByRole("listitem");
  await expect(absent.filter({ hasText: /^Guest \d+/ })).toHaveCount(39);
  await expect(absent.first()).toContainText("Guest 1");
  await expect(absent.nth(1)).toContainText("Guest 2");
  await people.getByLabel("Find somebody").fill("nobody");
  await expect(people.getByRole("status")).toContainText("Nobody shown here has “nobody”");
  await expectAccessible(clinician.page);
  await people.getByLabel("Find somebody").fill("guest 17");
  await expect(absent).toHaveCount(1);
  await expect(absent).toContainText("Guest 17");
  await people.getByLabel("Find somebody").fill("maximiliane");
  await people.getByRole("button", { name: `Admit ${LONG} (1942)` }).click();
  await expect(visitor.call).toBeVisible();
});
