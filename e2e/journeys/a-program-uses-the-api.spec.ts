import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { sqlRow } from "../support/database";
import { environment } from "../support/environment";
import { makeKey, makeMember, makeOrganization, makeRoom, makeSeat } from "../support/world";

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

/** An organization with everything that a sample can name, in the words of the samples. */
async function makeVariables(): Promise<Record<string, string>> {
  const organization = await makeOrganization();
  const { personId } = await makeMember(organization);
  const room = await makeRoom(organization, { opensInSeconds: 3_600 });
  await makeSeat(room, "clinician", "Dr Amara Okafor");
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  const ids = await sqlRow<{ call: string; link: string; person: string }>(
    `WITH call AS (INSERT INTO calls (id, room_id, name) VALUES (uuidv7(), $1, $2) RETURNING id)
     SELECT call.id AS call, l.id AS link, s.person_id AS person
     FROM call, seats s JOIN personal_links l ON l.seat_id = s.id WHERE s.id = $3`,
    [room.id, `sample-${room.id}`, seat.id],
  );
  return {
    ...{ ROSTRUM_URL: environment.baseUrl, ROSTRUM_KEY: await makeKey(organization) },
    ...{ MEMBER_ID: personId, ROOM_ID: room.id, SEAT_ID: seat.id },
    ...{ PERSON_ID: ids.person, CALL_ID: ids.call, LINK_ID: ids.link },
  };
}

test("every sample of the reference does what it says", async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto("/developers");
  await expectAccessible(page);
  const samples = await page.getByRole("article").evaluateAll((articles) =>
    articles.map((article) => ({
      id: article.querySelector("h3")?.id ?? "",
      texts: [...article.querySelectorAll("pre")].map((each) => each.textContent ?? ""),
    })),
  );
  expect(samples.length).toBeGreaterThan(20);
  const folder = await mkdtemp(path.join(tmpdir(), "samples-"));
  // A failure of the API is a failure of curl then.
  await writeFile(path.join(folder, ".curlrc"), "fail-with-body\nsilent\nshow-error\n");
  for (const { id, texts } of samples) {
    const [curl = "", script = ""] = texts;
    const file = path.join(folder, `${id}.mjs`);
    await writeFile(file, script);
    for (const [program, args] of [
      ["bash", ["-c", curl]],
      [process.execPath, [file]],
    ] as const) {
      const env = { ...process.env, ...(await makeVariables()), CURL_HOME: folder };
      const outcome = await run(program, args, { env }).catch((error: unknown) => error);
      expect(outcome, `${id} with ${program}`).not.toBeInstanceOf(Error);
    }
  }
});
