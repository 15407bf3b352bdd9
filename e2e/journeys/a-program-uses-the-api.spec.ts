import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { environment } from "../support/environment";
import { makeKey, makeMember, makeOrganization } from "../support/world";

const run = promisify(execFile);

test("a manager makes a key, sees it once, and revokes it", async ({ newGuest, request }) => {
  const organization = await makeOrganization();
  const member = await makeMember(organization, "Dr Mira Halloran", "manager");
  const { page } = await newGuest("manager", { member });
  const ask = (key: string) =>
    request.get(`${environment.baseUrl}/api/v1/key`, {
      headers: { authorization: `Bearer ${key}` },
    });

  await page.goto("/settings");
  await expect(page).toHaveURL(/\/settings\/keys$/);
  await expect(page.getByText("No program is connected yet")).toBeVisible();
  await page.getByRole("button", { name: "Make the key" }).click();
  await expect(page.getByText("Fill this in.")).toBeVisible();
  await page.getByLabel("Name").fill("Records system");
  await page.getByLabel("See people").check();
  await page.getByRole("button", { name: "Make the key" }).click();
  const secret = await page.getByLabel("API key", { exact: true }).inputValue();
  await expect(page.getByRole("heading", { name: "Records system", exact: true })).toBeVisible();
  await expectAccessible(page);
  expect(await (await ask(secret)).json()).toMatchObject({
    name: "Records system",
    scopes: ["rooms:read", "people:read"],
  });

  await page.reload();
  expect(await page.content()).not.toContain(secret);
  await expect(page.getByText(/last used/)).toBeVisible();
  await page.getByRole("link", { name: "Revoke Records system" }).click();
  await page.getByRole("button", { name: "Revoke it" }).click();
  await expect(page.getByText("Revoked. It opens nothing any more.")).toBeVisible();
  expect((await ask(secret)).status()).toBe(401);
});

test("a host finds no settings", async ({ newGuest }) => {
  const member = await makeMember(await makeOrganization(), "Dr Mira Halloran", "host");
  const { page } = await newGuest("host", { member });
  await page.goto("/rooms");
  await expect(page.getByRole("link", { name: "Settings" })).toHaveCount(0);
  const answer = await page.goto("/settings/keys");
  expect(answer?.status()).toBe(404);
});

test("the reference can be read on every screen, and its samples reach the product", async ({
  page,
}) => {
  await page.goto("/developers");
  await expectAccessible(page);
  const sample = page.getByRole("region", { name: "curl: Ask what your key is good for" });
  const curl = (await sample.textContent()) ?? "";
  const ROSTRUM_KEY = await makeKey(await makeOrganization());
  const env = { ...process.env, ROSTRUM_URL: environment.baseUrl, ROSTRUM_KEY };
  const { stdout } = await run("bash", ["-c", curl], { env });
  expect(JSON.parse(stdout)).toMatchObject({ name: "Records system" });
});

test("an address of the API where nothing is says so to programs", async ({ request }) => {
  for (const address of ["/api/v1", "/api/v1/nothing", "/api/v1/rooms/x/nothing"]) {
    const answer = await request.get(environment.baseUrl + address);
    expect(await answer.json()).toMatchObject({ status: 404, code: "not-found" });
  }
  const answer = await request.put(`${environment.baseUrl}/api/v1/rooms`, { data: {} });
  expect(await answer.json()).toMatchObject({ status: 405, code: "method-not-allowed" });
  expect(answer.headers()["allow"]).toBe("GET, HEAD, POST");
});
