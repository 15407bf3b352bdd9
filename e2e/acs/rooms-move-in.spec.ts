import { expect, test as base } from "../fixtures";
import { acsClients } from "../support/acs";
import { Installation } from "../support/installation";
import { makeMember, makeOrganization } from "../support/world";

/** More than a page of the list. */
const ROOMS = 34;

/** Where the first run is stopped: with so many rooms there, in the middle of the next. */
const UNTIL_KILLED = 6;

const SUM = /(\d+) created, (\d+) unchanged, (\d+) skipped/;

const test = base.extend<{ target: Installation }>({
  target: async ({}, use) => {
    const target = await Installation.make();
    await use(target);
    await target.drop();
  },
});

test("rooms move in from another installation, by a command that is killed in the middle and run again", async ({
  newGuest,
  target,
}) => {
  const member = await makeMember(await makeOrganization(), "Dr Mira Halloran", "manager");
  const { page } = await newGuest("manager", { member });
  await page.goto("/settings/acs");
  await page.getByLabel("Name").fill("Portal");
  await page.getByRole("button", { name: "Make the resource" }).click();
  const from = await page.getByLabel("Connection string with the primary key").inputValue();
  const given = await makeRooms(from);

  await target.runs("add-organization", [
    ...["--name", "Hillside", "--kind", "clinic", "--time-zone", "Europe/Berlin"],
    ...["--owner", "Dr Mira Halloran", "--email", "mira@hillside.example"],
  ]);
  const moveIn = () => target.starts("move-in", ["--organization", "hillside"], from);

  await target.stopsAfterRooms(UNTIL_KILLED);
  const first = moveIn();
  await target.untilStopped();
  await first.kill();
  await target.goesOn();
  expect(await target.rosters()).toHaveProperty("size", UNTIL_KILLED);

  const { code, said } = await moveIn().ended;
  expect([code, SUM.exec(said)?.slice(1).map(Number)]).toEqual([
    0,
    [ROOMS - UNTIL_KILLED, UNTIL_KILLED, 0],
  ]);
  const arrived = await target.rosters();
  expect(arrived).toEqual(given);

  const again = await moveIn().ended;
  expect(SUM.exec(again.said)?.slice(1).map(Number)).toEqual([0, ROOMS, 0]);
  expect(await target.rosters()).toEqual(arrived);
});

/** Rooms at the other installation, each with two people; the rosters by room, as they should arrive. */
async function makeRooms(connectionString: string): Promise<Map<string, string[]>> {
  const { rooms, identity } = acsClients(connectionString);
  const made = new Map<string, string[]>();
  for (let nth = 0; nth < ROOMS; nth += 1) {
    const [presenter, consumer] = [await identity.createUser(), await identity.createUser()];
    const { id } = await rooms.createRoom({
      participants: [
        { id: presenter, role: "Presenter" },
        { id: consumer, role: "Consumer" },
      ],
    });
    const roster = [
      `${presenter.communicationUserId} presenter`,
      `${consumer.communicationUserId} consumer`,
    ];
    made.set(id, roster.sort());
  }
  return made;
}
