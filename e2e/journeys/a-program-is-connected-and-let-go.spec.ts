import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { makeAcsResource, makeMember, makeOrganization } from "../support/world";

const CONNECTION = /^endpoint=https:.*;accesskey=\S+$/;

test("a manager connects a program of ACS Rooms and lets it go again", async ({ newGuest }) => {
  const member = await makeMember(await makeOrganization(), "Dr Mira Halloran", "manager");
  const { page } = await newGuest("manager", { member });

  await page.goto("/settings/acs");
  await page.getByLabel("Name").fill("Portal");
  await page.getByRole("button", { name: "Make the resource" }).click();
  await expect(page.getByText("give it to your program in place of its own")).toBeVisible();
  const connection = page.getByLabel("Connection string with the primary key");
  await expect(connection).toHaveValue(CONNECTION);
  await expect(connection).toBeHidden();
  await page.getByText("Show the connection string with the primary key").click();
  await expect(connection).toBeVisible();
  await expectAccessible(page);

  const pages = page.getByLabel("Web pages that may join calls");
  await pages.fill("https://portal.example.org/visits");
  await page.getByRole("button", { name: "Save these pages" }).click();
  await expect(pages).toHaveAccessibleDescription(/how its address begins/);
  await pages.fill("https://portal.example.org");
  await page.getByRole("button", { name: "Save these pages" }).click();
  await expect(page.getByText("Only these pages may join")).toBeVisible();

  await page.getByRole("link", { name: "Delete Portal" }).click();
  await expect(page.getByText("The rooms they made stay here")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Keep it" }).click();
  await expect(page.getByLabel("Connection string with the primary key")).toHaveValue(CONNECTION);

  await page.getByRole("link", { name: "Delete Portal" }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await expect(page.getByText("Deleted. Its keys open nothing any more")).toBeVisible();
  await expect(page.getByText("No such program is connected yet")).toBeVisible();
});

test("a key that can't be read any more says so, and a new one takes its place", async ({
  newGuest,
}) => {
  const organization = await makeOrganization();
  await makeAcsResource(organization);
  const member = await makeMember(organization, "Dr Mira Halloran", "manager");
  const { page } = await newGuest("manager", { member });

  await page.goto("/settings/acs");
  await expect(page.getByText("The secondary key can't be read any more.")).toBeVisible();
  await expect(page.getByText("The primary key can't be read any more.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Replace the primary key of Old portal" }).click();
  await page.getByRole("button", { name: "Replace it" }).click();
  await expect(page.getByLabel("Connection string with the primary key")).toHaveValue(CONNECTION);
  await expect(page.getByText("The secondary key can't be read any more.")).toBeVisible();
});
