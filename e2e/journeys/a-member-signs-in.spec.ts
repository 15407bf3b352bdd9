import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { sql } from "../support/database";
import { environment } from "../support/environment";
import { linkIn, newestMailTo } from "../support/mailbox";
import { makeMember, makeOrganization } from "../support/world";

test("a member signs in with a link from the mail, comes back to the page they wanted, and signs out", async ({
  newGuest,
}) => {
  const doctor = await makeMember(await makeOrganization());
  const { page } = await newGuest(doctor.name, { phone: true });

  await page.goto("/rooms/new");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Your e-mail address").fill(doctor.email.toUpperCase());
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await expect(page.getByText(doctor.email)).toBeVisible();
  await expectAccessible(page);

  const link = linkIn(await newestMailTo(doctor.email), "/sign-in/link");
  await fetch(link);
  await fetch(link, { method: "HEAD" });
  await page.goto(link);
  await expectAccessible(page);
  await page.getByRole("button", { name: `Sign in as ${doctor.email}` }).click();
  await expect(page).toHaveURL("/rooms/new");

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
  await expectAccessible(page);
  await page.goto("/rooms");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await page.goto(link);
  await expect(
    page.getByRole("heading", { name: "This link doesn't work any more" }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Send me a new link" }).click();
  await expect(page.getByLabel("Your e-mail address")).toBeVisible();
});

test("a link that has expired signs nobody in, and leads to a new one", async ({ newGuest }) => {
  const doctor = await makeMember(await makeOrganization());
  const { page } = await newGuest(doctor.name);
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address").fill(doctor.email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  const link = linkIn(await newestMailTo(doctor.email), "/sign-in/link");
  await page.goto(link);
  const button = page.getByRole("button", { name: `Sign in as ${doctor.email}` });
  await expect(button).toBeVisible();

  // It expires while the page is open.
  await sql("UPDATE verification_tokens SET expires = now() WHERE identifier = $1", [doctor.email]);
  await button.click();
  const refusal = page.getByRole("heading", { name: "This link doesn't work any more" });
  await expect(refusal).toBeVisible();
  await page.goto(link);
  await expect(refusal).toBeVisible();
  await page.goto("/rooms");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("signing in works without script, and a slip in the address is said beside the field", async ({
  browser,
}) => {
  const doctor = await makeMember(await makeOrganization());
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();

  await page.goto("/sign-in");
  const address = page.getByLabel("Your e-mail address");
  await address.fill(`${doctor.email}, eve@example.org`);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(address).toHaveAccessibleDescription(/one e-mail address/);
  await expect(address).toHaveValue(`${doctor.email}, eve@example.org`);

  await address.fill(doctor.email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.goto(linkIn(await newestMailTo(doctor.email), "/sign-in/link"));
  await page.getByRole("button", { name: /Sign in as/ }).click();
  await expect(page).toHaveURL("/rooms");
  await context.close();
});

test("the answer is the same for an address that nobody has, and no mail goes there", async ({
  newGuest,
}) => {
  const { page } = await newGuest("Eve");
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address").fill("nobody.at.all@example.org");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await expect(
    page.getByText("If nobody.at.all@example.org belongs to a member of staff"),
  ).toBeVisible();

  const doctor = await makeMember(await makeOrganization());
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address").fill(doctor.email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await newestMailTo(doctor.email);
  const mails = await (await fetch(`${environment.mailUrl}/email`)).text();
  expect(mails).not.toContain("nobody.at.all@example.org");
});

test("the sixth mail to one address has to wait", async ({ newGuest }) => {
  const { page } = await newGuest("Eve");
  const address = `flooded.${randomUUID()}@example.org`;
  for (let n = 1; n <= 6; n++) {
    await page.goto("/sign-in");
    await page.getByLabel("Your e-mail address").fill(address);
    await page.getByRole("button", { name: "Send me a link" }).click();
    if (n < 6) await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  }
  await expect(page.getByRole("alert").filter({ hasText: "too often" })).toBeVisible();
});

test("a member of two organizations chooses between them, and sees one at a time", async ({
  newGuest,
}) => {
  const clinic = await makeOrganization();
  const company = await makeOrganization("events");
  const doctor = await makeMember(clinic);
  const [there] = await sql<{ id: string }>(
    `INSERT INTO people (id, organization_id, name, email, time_zone)
     VALUES (gen_random_uuid(), $1, $2, $3, 'Europe/Berlin') RETURNING id`,
    [company.id, doctor.name, doctor.email],
  );
  await sql(
    `INSERT INTO members (id, organization_id, person_id, staff_role)
     VALUES (gen_random_uuid(), $1, $2, 'host')`,
    [company.id, there?.id],
  );
  const { page } = await newGuest(doctor.name, { member: doctor });
  await page.goto("/organization");
  await expectAccessible(page);
  await page.getByRole("button", { name: `Open ${clinic.name}` }).click();
  await expect(page.getByRole("banner")).toContainText(clinic.name);
  await page.goto("/organization");
  await page.getByRole("button", { name: `Open ${company.name}` }).click();
  await expect(page.getByRole("banner")).toContainText(company.name);
});

test("who is taken off the staff is out with the next click", async ({ newGuest }) => {
  const doctor = await makeMember(await makeOrganization());
  const { page } = await newGuest(doctor.name, { member: doctor });
  await page.goto("/rooms");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await sql("DELETE FROM members WHERE person_id = $1", [doctor.personId]);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("an address that leads nowhere says so and leads back", async ({ newGuest }) => {
  const { page } = await newGuest("somebody");
  const answer = await page.goto("/no/such/page");
  expect(answer?.status()).toBe(404);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page).toHaveURL("/");
});
