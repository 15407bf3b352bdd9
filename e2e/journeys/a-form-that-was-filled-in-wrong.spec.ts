import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { sqlRow } from "../support/database";
import { makeMember, makeOrganization, makeRoom, makeSeat } from "../support/world";

const BELL = String.fromCharCode(7);
const KEPT = "Follow-up after the fracture";

type Mistake = { what: string; field: string; typed: string; says: string };

const MISTAKES: Mistake[] = [
  {
    what: "ends before it starts",
    field: "Length in minutes",
    typed: "-30",
    says: "The end has to come after the start.",
  },
  {
    what: "takes more than 180 days",
    field: "Length in minutes",
    typed: "259201",
    says: "Make it at most 180 days long.",
  },
  {
    what: "is in the year 9999",
    field: "Day",
    typed: "9999-12-31",
    says: "Choose a date before the year 2100.",
  },
  { what: "is over", field: "Day", typed: "2020-01-01", says: "This time is over." },
  {
    what: "is on a day that does not exist",
    field: "Day",
    typed: "2027-02-30",
    says: "Give a day that exists",
  },
  {
    what: "is in an unknown time zone",
    field: "Time zone",
    typed: "Mars/Olympus",
    says: "Choose a time zone from the list",
  },
  {
    what: "is led by somebody made up",
    field: "Led by",
    typed: "0190c5a0-0000-7000-8000-000000000001",
    says: "Choose one of the answers offered.",
  },
  {
    what: "has a title of 300 characters",
    field: "Title",
    typed: "x".repeat(300),
    says: "Use at most 200 characters.",
  },
  {
    what: "has a title with characters that can't be seen",
    field: "Title",
    typed: `Follow${BELL}up`,
    says: "This holds characters that can't be seen.",
  },
  {
    what: "has a title with mark-up",
    field: "Title",
    typed: "<img src=x onerror=alert(1)>",
    says: "Write this in plain words",
  },
  {
    what: "has a guest's name with mark-up",
    field: "Name",
    typed: "<b>Samuel</b>",
    says: "Write this in plain words",
  },
  {
    what: "has two addresses in one field",
    field: "E-mail",
    typed: "a@example.org, b@example.org",
    says: "Give one e-mail address",
  },
];

/** Sends what no browser would send by itself: any text in any field. */
async function forge(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).evaluate((element, value) => {
    if (element instanceof HTMLSelectElement) element.add(new Option(value, value));
    else if (element instanceof HTMLInputElement) element.type = "text";
    (element as HTMLInputElement | HTMLSelectElement).value = value;
  }, text);
}

const roomsOf = async ({ id }: { id: string }) =>
  (
    await sqlRow<{ count: number }>("SELECT count(*)::int FROM rooms WHERE organization_id = $1", [
      id,
    ])
  ).count;

test("without script, each mistake in a plan is said beside its field, what was typed stays, and nothing is planned", async ({
  newGuest,
}) => {
  const clinic = await makeOrganization();
  const { page } = await newGuest("organizer", {
    member: await makeMember(clinic),
    noScript: true,
  });
  for (const { what, field, typed, says } of MISTAKES) {
    await test.step(`a visit that ${what}`, async () => {
      await page.goto("/rooms/new?kind=visit");
      await page.getByLabel("Title").fill(KEPT);
      await page.getByLabel("Day").fill("2027-03-14");
      await page.getByLabel("Name", { exact: true }).fill("Samuel Reyes");
      await forge(page, field, typed);
      await page.getByRole("button", { name: "Plan the visit" }).click();
      await expect(page.getByRole("alert")).toContainText("Look at the marked fields");
      const wrong = page.getByLabel(field, { exact: true });
      await expect(wrong).toHaveAccessibleDescription(new RegExp(escaped(says)));
      await expect(wrong).toHaveAttribute("aria-invalid", "true");
      if (field !== "Title") await expect(page.getByLabel("Title")).toHaveValue(KEPT);
      if (field !== "Name")
        await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Samuel Reyes");
    });
  }
  expect(await roomsOf(clinic)).toBe(0);
  await page.getByLabel("E-mail").fill("samuel.reyes@example.org");
  await page.getByRole("button", { name: "Plan the visit" }).click();
  await expect(page.getByRole("status")).toContainText("It is planned");
  expect(await roomsOf(clinic)).toBe(1);

  await page.getByLabel("Name", { exact: true }).fill("<b>Samuel</b>");
  await page.getByRole("button", { name: "Add and invite" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByText("It is planned")).toBeHidden();
});

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

test("without script, three mistakes of three kinds are named in one round, each beside its field", async ({
  newGuest,
}) => {
  const clinic = await makeOrganization("events");
  const { page } = await newGuest("organizer", {
    member: await makeMember(clinic),
    noScript: true,
  });
  await page.goto("/rooms/new?kind=webinar");
  await page.getByLabel("Day").fill("2020-01-01");
  await page.getByLabel("Length in minutes").fill("x");
  await page.getByLabel("E-mail").fill("samuel.reyes@example.org");
  await page.getByRole("button", { name: "Plan the webinar" }).click();
  for (const [field, says] of [
    ["Title", "Fill this in."],
    ["Day", "This time is over. Choose a later one."],
    ["Length in minutes", "Give the length in whole minutes, at least 1."],
    ["Name", "Give the name that goes with this address."],
  ] as const) {
    await expect(page.getByLabel(field, { exact: true })).toHaveAccessibleDescription(says);
  }
});

test("without script, a visit of 69 days is asked about before it is planned or made so long", async ({
  newGuest,
}) => {
  const clinic = await makeOrganization();
  const { page } = await newGuest("organizer", {
    member: await makeMember(clinic),
    noScript: true,
  });
  const yes = page.getByLabel("Yes, 69 days 10 h 40 min");
  await page.goto("/rooms/new?kind=visit");
  await page.getByLabel("Day").fill("2027-03-14");
  await page.getByLabel("Start").fill("14:00");
  await page.getByLabel("Length in minutes").fill("100000");
  await page.getByRole("button", { name: "Plan the visit" }).click();
  await expect(yes).toHaveAccessibleDescription(/^This is unusually long/);
  expect(await roomsOf(clinic)).toBe(0);

  await page.getByLabel("Length in minutes").fill("30");
  await page.getByRole("button", { name: "Plan the visit" }).click();
  await expect(page.getByRole("status")).toContainText("It is planned");
  await page.getByRole("link", { name: "Change", exact: true }).click();
  await page.getByLabel("Length in minutes").fill("100000");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(yes).not.toBeChecked();
  await yes.check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("Saved.");
  await expect(page.getByText("Sun 14 March 2027, 14:00 – Sun 23 May 2027, 01:40")).toBeVisible();
});

test("the focus goes to the question about an unusual length, and from it on to the plan", async ({
  newGuest,
}) => {
  const clinic = await makeOrganization();
  const { page } = await newGuest("organizer", { member: await makeMember(clinic) });
  await page.goto("/rooms/new?kind=visit");
  await page.getByLabel("Length in minutes").fill("900");
  await page.getByLabel("Length in minutes").press("Enter");
  await expect(page.getByLabel("Yes, 15 h")).toBeFocused();
  expect(await roomsOf(clinic)).toBe(0);
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("It is planned");
});

test("a start that the clocks skip is moved forward and said so; one that comes twice is the first", async ({
  newGuest,
}) => {
  const clinic = await makeOrganization();
  const organizer = await newGuest("organizer", { member: await makeMember(clinic) });
  const { page } = organizer;
  const plan = async (date: string) => {
    await page.goto("/rooms/new?kind=visit");
    await page.getByLabel("Day").fill(date);
    await page.getByLabel("Start").fill("02:30");
    await organizer.button("Plan the visit").click();
  };
  await plan("2027-03-28");
  await expect(page.getByRole("status")).toContainText(
    "the time you gave doesn't exist. It begins at Sun 28 March 2027, 03:30 instead.",
  );
  await expectAccessible(page);
  await plan("2027-10-31");
  await expect(page.getByRole("status")).toContainText(
    "the time you gave comes twice. It begins at the first: Sun 31 October 2027, 02:30.",
  );
});

test("nobody is put on a list twice, and a part or a right that does not exist is refused", async ({
  newGuest,
}) => {
  const clinic = await makeOrganization();
  const room = await makeRoom(clinic, { opensInSeconds: 3_600 });
  const patient = await makeSeat(room, "patient", "Samuel Reyes");
  const organizer = await newGuest("organizer", { member: await makeMember(clinic) });
  const { page } = organizer;
  const countSeats = async () =>
    (
      await sqlRow<{ count: number }>("SELECT count(*)::int FROM seats WHERE room_id = $1", [
        room.id,
      ])
    ).count;
  await page.goto(`/rooms/${room.id}`);
  const name = page.getByLabel("Name", { exact: true });
  const address = page.getByLabel("E-mail");

  await name.fill("Samuel Reyes again");
  await address.fill(patient.email.toUpperCase());
  await organizer.button("Add and invite").click();
  await expect(page.getByText("This person is on the list already.")).toBeVisible();
  await expect(name).toHaveValue("Samuel Reyes again");
  await expectAccessible(page);

  await address.fill("helper@example.org");
  await forge(page, "Comes as", "chief");
  await organizer.button("Add and invite").click();
  await expect(page.getByText("Choose one of the answers offered.")).toBeVisible();
  expect(await countSeats()).toBe(1);

  await page.getByRole("link", { name: "Manage Samuel Reyes" }).click();
  await forge(page, "May do this", "administrator");
  await organizer.button("Change what Samuel Reyes may do").click();
  await expect(page.getByText("Choose one of the answers offered.").first()).toBeVisible();
  const { role } = await sqlRow<{ role: string }>("SELECT role FROM seats WHERE id = $1", [
    patient.id,
  ]);
  expect(role).toBe("attendee");
});

test("of two who change the same visit the second is told, sees what the first saved, and decides", async ({
  newGuest,
}) => {
  const clinic = await makeOrganization();
  const room = await makeRoom(clinic, { opensInSeconds: 3_600, title: "Follow-up" });
  const first = await newGuest("first", { member: await makeMember(clinic, "Paula Winter") });
  const second = await newGuest("second", { member: await makeMember(clinic, "Omar Haddad") });
  for (const { page } of [first, second]) await page.goto(`/rooms/${room.id}/edit`);

  await first.page.getByLabel("Title").fill("Follow-up with X-ray");
  await first.button("Save").click();
  await expect(first.page.getByRole("status")).toContainText("Saved.");

  const title = second.page.getByLabel("Title");
  await title.fill("Follow-up, short");
  await second.button("Save").click();
  await expect(second.page.getByText("Somebody else saved a change meanwhile.")).toBeVisible();
  await expect(title).toHaveValue("Follow-up, short");
  await expect(title).toHaveAccessibleDescription("Saved meanwhile: Follow-up with X-ray");
  await expectAccessible(second.page);
  await second.button("Save over it").click();
  await expect(second.headline("Follow-up, short")).toBeVisible();
});
