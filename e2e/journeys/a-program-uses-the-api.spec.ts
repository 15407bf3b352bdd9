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

test("the reference is folded, and opens where an address leads, a press or the browser's search", async ({
  page,
}) => {
  await page.goto("/developers");
  const samples = page.getByRole("region", { name: /^curl: / });
  const list = page.getByRole("region", { name: "curl: List rooms" });
  const make = page.getByRole("region", { name: "curl: Plan a room" });
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(samples).toHaveCount(0);
  expect(await height()).toBeLessThan(20_000);

  await page.goto("/developers#listRooms");
  await expect(list).toBeVisible();
  await expect(make).toBeHidden();
  await page.getByRole("heading", { name: "Plan a room" }).click();
  await expect(make).toBeVisible();
  await page.goto("/developers#:~:text=A%20running%20call%20ends");
  await expect(page.getByText("A running call ends, and everyone")).toBeVisible();

  await page.goto("/developers");
  await page.getByRole("link", { name: "Open every part" }).click();
  await expect(list).toBeVisible();
  await expect(make).toBeVisible();
  expect(await height()).toBeGreaterThan(20_000);
  await page.getByRole("link", { name: "Fold every part" }).click();
  await expect(samples).toHaveCount(0);
});

test("the reference can be read on every screen, and its samples reach the product", async ({
  page,
}) => {
  // With every part open it is the longest page by far, and each of its elements is looked at.
  test.slow();
  await page.goto("/developers?open");
  await expectAccessible(page);
  const sample = page.getByRole("region", { name: "curl: Ask what your key is good for" });
  const curl = (await sample.textContent()) ?? "";
  const ROSTRUM_KEY = await makeKey(await makeOrganization());
  const env = { ...process.env, ROSTRUM_URL: environment.baseUrl, ROSTRUM_KEY };
  const { stdout } = await run("bash", ["-c", curl], { env });
  expect(JSON.parse(stdout)).toMatchObject({ name: "Records system" });
});

test("a sample is copied by one press, or selected where the browser keeps the clipboard shut", async ({
  newGuest,
}) => {
  const { page } = await newGuest("programmer");
  await page.goto("/developers#listRooms");
  const sample = page.getByRole("region", { name: "curl: List rooms" });
  const copy = page.getByRole("button", { name: "Copy curl: List rooms" });
  await copy.click();
  const selected = () => page.evaluate(() => String(getSelection()));
  await expect.poll(selected).toBe(await sample.textContent());

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await copy.click();
  await expect(page.getByRole("button", { name: "Copied curl: List rooms" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await sample.textContent());
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
