import { attends, callerFor } from "../attacks/meeting";
import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { startReceiver } from "../support/webhook-receiver";
import { makeMember, makeOrganization, makeRoom } from "../support/world";

test("a program hears of a planned visit, signed, and gets again what it missed", async ({
  newGuest,
}) => {
  const member = await makeMember(await makeOrganization());
  const { page } = await newGuest(member.name, { member });
  const receiver = await startReceiver();
  const types = () =>
    receiver.received.map(({ body }) => (JSON.parse(body) as { type: string }).type);

  await page.goto("/settings/webhooks");
  await expect(page.getByText("Nothing is sent anywhere yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Add a webhook" }).click();
  await page.getByLabel("Address").fill("http://example.org/hook");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByLabel("Address")).toHaveAccessibleDescription(/begins with https/);
  await expectAccessible(page);
  await page.getByLabel("Address").fill(receiver.url);
  await page.getByRole("button", { name: "Add it" }).click();
  const secret = await page.getByLabel("Signing secret").inputValue();
  expect(secret).toMatch(/^whsec_/);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go to the webhook" }).click();

  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(page.getByText("A test is on its way")).toBeVisible();
  await expect.poll(types).toEqual(["ping"]);
  await expect(page.getByText("answer 204")).toBeVisible();
  expect(receiver.read(secret)).toMatchObject([{ type: "ping" }]);

  receiver.state.status = 500;
  await page.goto("/rooms/new");
  await page.getByRole("button", { name: "Plan the visit" }).click();
  await expect(page).toHaveURL(/\/rooms\/[0-9a-f-]{36}/);
  await expect.poll(types).toEqual(expect.arrayContaining(["room.created", "seat.added"]));
  expect(receiver.read(secret)[1]?.data).toMatchObject({
    acsRoomId: expect.stringMatching(/^99\d{15}$/),
  });
  expect(JSON.stringify(receiver.received)).not.toContain(member.name);

  receiver.state.status = 204;
  receiver.received.length = 0;
  await page.goto("/settings/webhooks");
  await page.getByRole("link", { name: receiver.url }).click();
  await page.getByLabel("Event", { exact: true }).selectOption("room.created");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("The answer was not a success").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "A visit or webinar was planned" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send it again" }).click();
  await expect(page.getByText("It is being sent again")).toBeVisible();
  await expect.poll(types).toContain("room.created");
  await expect(page.getByText("delivered", { exact: true })).toBeVisible();
  receiver.stop();
});

test("a program hears of a call: who came, who left, that it began and ended", async ({
  newGuest,
}) => {
  const organization = await makeOrganization();
  const member = await makeMember(organization);
  const { page } = await newGuest(member.name, { member });
  const receiver = await startReceiver();
  await page.goto("/settings/webhooks/new");
  await page.getByLabel("Address").fill(receiver.url);
  await page.getByRole("button", { name: "Add it" }).click();
  const secret = await page.getByLabel("Signing secret").inputValue();

  const room = await makeRoom(organization);
  const clinician = await attends(await callerFor(room, "clinician", "Dr Mira Halloran"));
  const patient = await attends(await callerFor(room, "patient", "Samuel Reyes"));
  const heard = (type: string) => receiver.read(secret).filter((event) => event.type === type);
  await expect.poll(() => heard("CallStarted")).toHaveLength(1);
  await expect.poll(() => heard("CallParticipantAdded")).toHaveLength(2);
  await patient.media.leaves();
  await expect.poll(() => heard("CallParticipantRemoved")).toHaveLength(1);
  await clinician.caller.does("end");
  await expect.poll(() => heard("CallEnded")).toHaveLength(1);
  await expect.poll(() => heard("CallParticipantRemoved")).toHaveLength(2);
  expect(heard("CallEnded")[0]?.data).toMatchObject({ durationOfCall: expect.any(Number) });
  expect(JSON.stringify(receiver.received)).not.toContain("Reyes");
  receiver.stop();
});

test("a webhook is kept without script: added, its secret replaced, turned off, deleted", async ({
  browser,
  baseURL,
}) => {
  const member = await makeMember(await makeOrganization());
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies([{ name: "session", value: member.sessionToken, url: baseURL ?? "" }]);
  const page = await context.newPage();

  await page.goto("/settings/webhooks/new");
  await page.getByLabel("Address").fill("https://hooks.example.org/rostrum");
  await page.getByLabel("Only what is ticked here").check();
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByText("Choose at least one")).toBeVisible();
  await page.getByLabel("A call ended").check();
  await page.getByRole("button", { name: "Add it" }).click();
  const first = await page.getByLabel("Signing secret").inputValue();

  await page.getByRole("link", { name: "Go to the webhook" }).click();
  await expect(page.getByText("1 event")).toBeVisible();
  await page.getByRole("link", { name: "Replace the secret" }).click();
  await page.getByRole("button", { name: "Make a new secret" }).click();
  const second = await page.getByLabel("Signing secret").inputValue();
  expect(second).toMatch(/^whsec_/);
  expect(second).not.toBe(first);
  await page.getByRole("link", { name: "Go to the webhook" }).click();
  await expect(page.getByText("signs too until")).toBeVisible();

  await page.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("Turned off. Nothing is sent")).toBeVisible();
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByText("Turned on.")).toBeVisible();
  await page.getByRole("link", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await expect(page.getByText("Deleted, with its log.")).toBeVisible();
  await context.close();
});

test("a host has no settings", async ({ newGuest }) => {
  const organization = await makeOrganization();
  const member = await makeMember(organization, "Dr Mira Halloran", "host");
  const { page } = await newGuest(member.name, { member });
  const response = await page.goto("/settings/webhooks");
  expect(response?.status()).toBe(404);
});
