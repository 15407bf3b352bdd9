import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { htmlOf, newestMailTo } from "../support/mailbox";
import { makeMember, makeOrganization, makeRoom, makeSeat } from "../support/world";

const MORE_THAN_A_PAGE = 30;

test("an organizer plans one of each kind, finds them, and pages through a long list", async ({
  newGuest,
}) => {
  const company = await makeOrganization("events");
  const organizer = await newGuest("organizer", { member: await makeMember(company) });
  const { page } = organizer;
  await page.goto("/rooms");
  await expect(page.getByText("Nothing is planned")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Plan a webinar" }).first().click();
  await page.getByLabel("Title").fill("Harbour lights");
  await page.getByLabel("Day").fill("2027-05-04");
  await page.getByText("Anybody who has the address").click();
  await expectAccessible(page);
  await organizer.button("Plan the webinar").click();
  await expect(page.getByLabel("A link that anybody may use")).toHaveValue(/\/room\/[\w-]+$/);

  await page.goto("/rooms/new?kind=meeting");
  await page.getByLabel("Title").fill("Tide tables");
  await organizer.button("Plan the meeting").click();
  await expect(organizer.headline("Tide tables")).toBeVisible();

  await page.goto("/rooms");
  await page.getByLabel("Find by title or person").fill("harbour");
  await organizer.button("Find").click();
  await expect(page.getByRole("link", { name: "Harbour lights" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Tide tables" })).toBeHidden();

  const talks = Array.from({ length: MORE_THAN_A_PAGE }, (_, hour) =>
    makeRoom(company, { title: `Talk ${hour}`, opensInSeconds: (hour + 30) * 3_600 }),
  );
  const lastTalk = (await Promise.all(talks)).at(-1);
  if (lastTalk) await makeSeat(lastTalk, "speaker", "Ada Osei");
  await page.goto("/rooms");
  await page.getByRole("link", { name: "Later" }).click();
  await expect(page.getByRole("link", { name: "Talk 29" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Tide tables" })).toBeHidden();
  await page.getByRole("link", { name: "Earlier" }).click();
  await expect(page.getByRole("link", { name: "Tide tables" })).toBeVisible();
  await page.getByLabel("Find by title or person").fill("osei");
  await organizer.button("Find").click();
  await expect(page.getByRole("link", { name: "Talk 29" })).toBeVisible();
});

test("whoever leads two meetings at one time is told so beside their name", async ({
  newGuest,
}) => {
  const member = await makeMember(await makeOrganization());
  const organizer = await newGuest("organizer", { member });
  const { page } = organizer;
  const own = page.getByRole("listitem").filter({ hasText: "Dr Mira Halloran (you)" });
  for (const title of ["Rounds", "Journal club"]) {
    await page.goto("/rooms/new?kind=meeting");
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Day").fill("2027-05-04");
    await organizer.button("Plan the meeting").click();
    await expect(organizer.headline(title)).toBeVisible();
    const isSecond = title === "Journal club";
    await expect(own).toBeVisible();
    await expect(own.getByText(/also expected elsewhere: .*4 May/)).toBeVisible({
      visible: isSecond,
    });
  }
  await expectAccessible(page);
});

test("an organizer keeps a visit's list: adds, changes a part, hands over and takes back links, removes", async ({
  newGuest,
}) => {
  const clinic = await makeOrganization();
  const room = await makeRoom(clinic, { opensInSeconds: 3_600, lobby: true });
  const patient = await makeSeat(room, "patient", "Samuel Reyes");
  await makeSeat(room, "clinician", "Dr Ida Brandt");
  const organizer = await newGuest("organizer", { member: await makeMember(clinic) });
  const { page } = organizer;
  await page.goto(`/rooms/${room.id}`);
  const line = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  await expect(line("Samuel Reyes")).toContainText(/can come at .*\d\d:\d\d, then waits/);
  await expect(line("Dr Ida Brandt")).toContainText(/can come in at .*\d\d:\d\d/);

  await page.getByLabel("Name", { exact: true }).fill("Ana Reyes");
  await page.getByLabel("Comes as").selectOption("helper");
  await page.getByLabel("E-mail").fill("ana.reyes@example.org");
  await organizer.button("Add and invite").click();
  await expect(page.getByRole("status").first()).toContainText("Ana Reyes is on the list");

  await page.getByRole("link", { name: "Manage Samuel Reyes" }).click();
  await page.getByLabel("May do this").selectOption("collaborator");
  await organizer.button("Change what Samuel Reyes may do").click();
  await expect(page.getByText("Saved. Samuel Reyes gets a mail.")).toBeVisible();

  await organizer.button("Make a link for Samuel Reyes").click();
  const link = await page.getByLabel("Personal link").inputValue();
  await expectAccessible(page);
  const guest = await newGuest("patient");
  await guest.opens({ link });
  await expect(guest.headline(/^Opens/)).toBeVisible();
  await organizer.button("Send the invitation again").click();
  await expect(page.getByText("The invitation to Samuel Reyes is on its way.")).toBeVisible();
  await newestMailTo(patient.email, /^Invitation/);

  await organizer.button(/^Switch off all .* links of Samuel Reyes/).click();
  await expect(page.getByText("open nothing any more")).toBeVisible();
  await guest.page.reload();
  await expect(guest.headline(/^This link was made for s…@example\.org/)).toBeVisible();

  await expect(line("Samuel Reyes").first()).toContainText("has no link that works");

  await page.getByText("Take off the list…").click();
  await page.getByLabel("Reason").fill("Moved away");
  await organizer.button("Take Samuel Reyes off the list").click();
  await expect(page.getByText("Samuel Reyes is off the list.")).toBeVisible();
  await expect(line("Samuel Reyes").first()).toContainText("taken off the list: Moved away");
  await newestMailTo(patient.email, /^No longer invited/);
  await page.getByRole("link", { name: "What happened" }).click();
  await expect(
    page.getByText("removed Samuel Reyes. The reason given: “Moved away”"),
  ).toContainText("Dr Mira Halloran");
});

test("a visit gets another date, its old link leads there, and it is called off", async ({
  newGuest,
}) => {
  const clinic = await makeOrganization();
  const organizer = await newGuest("organizer", { member: await makeMember(clinic) });
  const { page } = organizer;
  const address = `samuel.moves.${clinic.id}@example.org`;
  await page.goto("/rooms/new?kind=visit");
  await page.getByLabel("Day").fill("2027-04-06");
  await page.getByLabel("Start").fill("10:00");
  await page.getByLabel("Name", { exact: true }).fill("Samuel Reyes");
  await page.getByLabel("E-mail").fill(address);
  await organizer.button("Plan the visit").click();
  const patient = await newGuest("patient", { phone: true });
  const invitation = await newestMailTo(address, /^Invitation/);
  await expect(page).toHaveURL(/told=created/);
  const firstDate = new URL(page.url()).pathname;

  await page.getByRole("link", { name: "Another date" }).click();
  await expectAccessible(page);
  await page.getByLabel("Day").fill("2027-04-07");
  await organizer.button("Move it").click();
  await expect(page.getByRole("status")).toContainText("This is the new date.");
  await newestMailTo(address, /^New time: .*7 April 2027, 10:00/);
  await patient.followsMail(invitation);
  await patient.button("Go to the new time").click();
  await expect(patient.headline(/^Opens Wed 7 April 2027/)).toBeVisible();
  const waiting = await newGuest("patient on the page of the first date");
  await waiting.followsMail(invitation);
  await expect(waiting.headline("This visit has a new time")).toBeVisible();

  await page.getByRole("link", { name: "Call off" }).click();
  await expectAccessible(page);
  await page.getByLabel("Reason").fill("The practice is closed");
  await organizer.button("Call it off").click();
  await expect(page.getByText("Called off: The practice is closed")).toBeVisible();
  await expect(patient.headline("This visit was called off")).toBeVisible();
  await expect(waiting.headline("This visit was called off")).toBeVisible();
  const cancellation = await newestMailTo(address, /^Called off/);
  await patient.page.goto(htmlOf(cancellation));
  await expect(patient.page.getByText("The reason: The practice is closed")).toBeVisible();

  await page.getByRole("link", { name: "What happened" }).click();
  await expect(page.getByRole("listitem").first()).toBeVisible();
  await expectAccessible(page);
  // What can't be changed any more says why, whatever its address was kept for.
  for (const then of ["", "/cancel", "/move", "/edit"]) {
    await page.goto(`${firstDate}${then}`);
    await expect(page).toHaveURL(firstDate);
  }
  await expect(
    page.getByText("This was moved, and the new date was called off: The practice is closed"),
  ).toBeVisible();
});
