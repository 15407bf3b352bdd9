import { expect, test } from "../fixtures";
import { makeMember, makeOrganization, makeRoom, makeSeat } from "../support/world";

test("what came of a press has the focus, and so does the choice that is missing", async ({
  newGuest,
}) => {
  const clinic = await makeOrganization();
  const member = await makeMember(clinic, "Paula Winter", "manager");
  await makeMember(clinic, "Dr Mira Halloran", "host");
  const manager = await newGuest("manager", { member });
  const { page } = manager;
  const news = (text: string) => page.getByRole("status").filter({ hasText: text });

  await page.goto("/rooms/new");
  await page.getByLabel("Led by").selectOption({ label: "Dr Mira Halloran" });
  await manager.button("Plan the visit").press("Enter");
  await expect(news("It is planned")).toBeFocused();

  await page.goto("/settings/keys");
  await page.getByLabel("Name").fill("Records system");
  await page.getByLabel("See visits and webinars").uncheck();
  await manager.button("Make the key").press("Enter");
  await expect(page.getByLabel("See visits and webinars")).toBeFocused();
  await page.getByLabel("See visits and webinars").check();
  await manager.button("Make the key").press("Enter");
  await expect(news("The key “Records system”")).toBeFocused();
  await expect(news("The key “Records system”")).toBeInViewport();

  await page.goto("/settings/webhooks/new");
  await page.getByLabel("Address").fill("https://portal.example.org/hook");
  await page.getByLabel("Only what is ticked here").check();
  await manager.button("Add it").press("Enter");
  await expect(page.getByLabel("Only what is ticked here")).toBeFocused();
  await page.getByLabel("Every event").check();
  await manager.button("Add it").press("Enter");
  await expect(news("The signing secret")).toBeFocused();

  await page.goto("/settings/acs");
  await page.getByLabel("Name").fill("Portal");
  await manager.button("Make the resource").press("Enter");
  await expect(news("Copy its connection string")).toBeFocused();
});

test("the same thing done again is told again", async ({ newGuest }) => {
  const clinic = await makeOrganization();
  const room = await makeRoom(clinic, { opensInSeconds: 3_600 });
  await makeSeat(room, "patient", "Samuel Reyes");
  const manager = await newGuest("manager", { member: await makeMember(clinic) });
  const { page } = manager;
  const news = page.getByRole("status").filter({ hasText: "The invitation to Samuel Reyes" });
  await page.goto(`/rooms/${room.id}`);
  await page.getByRole("link", { name: "Manage Samuel Reyes" }).click();

  await manager.button("Send the invitation again").press("Enter");
  await expect(news).toBeFocused();
  await manager.button("Send the invitation again").focus();
  await expect(news).not.toBeFocused();
  await manager.button("Send the invitation again").press("Enter");
  await expect(news).toBeFocused();
});
