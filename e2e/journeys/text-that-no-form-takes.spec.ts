import { randomBytes } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { addressOf, appRoutes } from "../support/app-routes";
import { sql, sqlRow } from "../support/database";
import { makeMember, makeOrganization, makeRoom, makeSeat } from "../support/world";

const BELL = String.fromCharCode(7);

/** What no field takes, whatever it is for. */
const TEXTS = [`Follow${BELL}up`, "<img src=x onerror=alert(1)>"];

/** What is beside a field that has one of them. */
const SENTENCE =
  /This holds characters that can't be seen|Write this in plain words|Give |Choose |Use |Fill this in/;

/** What somebody types in. */
const FIELD =
  ':is(input:not([type]), input[type="text"], input[type="email"], input[type="url"], input[type="date"], input[type="time"], input[type="number"], textarea)';

/** Forms that change something and have such fields. */
const FORMS = `form[method="post" i]:has(${FIELD})`;

/** The room page is tried below; the others change nothing, or need a link. */
const LEFT_OUT = /^\/(room\/|sign-in\/link|organization|rooms\/\[roomId\]\/why)/;

async function makeTarget() {
  const organization = await makeOrganization();
  const member = await makeMember(organization);
  const room = await makeRoom(organization, { opensInSeconds: 3_600, title: "Follow-up" });
  await makeSeat(room, "clinician", "Dr Mira Halloran");
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  const { endpointId } = await sqlRow<{ endpointId: string }>(
    `INSERT INTO webhook_endpoints (id, organization_id, url, secret)
     VALUES (uuidv7(), $1, 'https://example.org/hook', $2) RETURNING id AS "endpointId"`,
    [organization.id, randomBytes(64)],
  );
  const missing = "0190c5a0-0000-7000-8000-000000000001";
  const params = {
    ...{ roomId: room.id, endpointId, deliveryId: missing, keyId: missing },
    ...{ resourceId: missing, slot: "primary" },
  };
  return { organization, member, room, seat, params };
}

type Target = Awaited<ReturnType<typeof makeTarget>>;

/** Every page with what can be opened on it. */
function addressesOf({ room, seat, params }: Target): string[] {
  const pages = appRoutes().filter(
    ({ kind, pattern }) => kind === "page" && !LEFT_OUT.test(pattern),
  );
  return [
    ...pages.map((page) => addressOf(page, params)),
    `/rooms/${room.id}?seat=${seat.id}`,
    ...["visit", "webinar", "meeting"].map((kind) => `/rooms/new?kind=${kind}`),
  ];
}

const everything = ({ organization: { id } }: Target) =>
  sql(
    `SELECT (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.id) FROM rooms r WHERE r.organization_id = $1) AS rooms,
       (SELECT jsonb_agg(to_jsonb(s) ORDER BY s.id) FROM seats s WHERE s.organization_id = $1) AS seats,
       (SELECT jsonb_agg(to_jsonb(p) ORDER BY p.id) FROM people p WHERE p.organization_id = $1) AS people,
       (SELECT jsonb_agg(to_jsonb(e) ORDER BY e.id) FROM webhook_endpoints e WHERE e.organization_id = $1) AS hooks,
       (SELECT count(*) FROM api_keys k WHERE k.organization_id = $1) AS keys,
       (SELECT count(*) FROM acs_resources a WHERE a.organization_id = $1) AS resources`,
    [id],
  );

/** The forms of a page, with everything unfolded. */
async function open(page: Page, address: string): Promise<Locator> {
  await page.goto(address);
  await page
    .locator("details")
    .evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
  return page.locator(FORMS);
}

/** Sends a form with the text in each field, also where no browser would; the fields' names. */
async function send(form: Locator, text: string): Promise<string[]> {
  const names = await form.locator(FIELD).evaluateAll((fields, value) => {
    const inputs = fields as HTMLInputElement[];
    for (const input of inputs) {
      if (input.tagName === "INPUT") input.type = "text";
      input.removeAttribute("maxlength");
      input.value = value;
    }
    return inputs.map(({ name }) => name);
  }, text);
  await form.locator('[type="submit"]').last().click();
  return names;
}

test("no field of any form takes what can't be seen or is mark-up; it says so beside itself, and nothing is changed", async ({
  newGuest,
}) => {
  const target = await makeTarget();
  const { member } = target;
  const { page } = await newGuest("organizer", { member, noScript: true });
  const before = await everything(target);
  const tried = new Set<string>();
  for (const address of addressesOf(target)) {
    const count = await (await open(page, address)).count();
    for (let index = 0; index < count; index++) {
      for (const text of TEXTS) {
        for (const name of await send((await open(page, address)).nth(index), text)) {
          const what = `${name} at ${address} with ${JSON.stringify(text)}`;
          const wrong = page.locator(`[name="${name}"][aria-invalid="true"]`);
          await expect(wrong, what).toHaveCount(1);
          await expect(wrong, what).toHaveAccessibleDescription(SENTENCE);
          tried.add(name);
        }
      }
    }
  }
  expect(await everything(target)).toEqual(before);
  // The list is made from the pages; were they not found, nothing would be tried.
  for (const name of ["title", "name", "email", "reason", "url"]) expect(tried).toContain(name);
});

test("no more does a name at an open door, or the reason of somebody who can't come", async ({
  newGuest,
}) => {
  const organization = await makeOrganization();
  const open = await makeRoom(organization, { access: "open" });
  const stranger = await newGuest("stranger");
  await stranger.page.goto(`/room/${open.id}`);
  const room = await makeRoom(organization, { opensInSeconds: 10_800 });
  const patient = await newGuest("patient");
  await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  await patient.button("I can't make it").click();
  for (const text of TEXTS) {
    const name = stranger.page.getByLabel("Your name");
    await name.fill(text);
    await stranger.button("Go on").click();
    await expect(name).toHaveAccessibleDescription(SENTENCE);
    const reason = patient.page.getByLabel("Why you can't come");
    await reason.fill(text);
    await patient.button("Send the reason").click();
    await expect(reason).toHaveAccessibleDescription(SENTENCE);
  }
  const seats = await sql("SELECT excuse_reason FROM seats WHERE organization_id = $1", [
    organization.id,
  ]);
  expect(seats).toEqual([{ excuse_reason: null }]);
});
