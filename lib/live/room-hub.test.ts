import { expect, test, vi } from "vitest";
import { database } from "@/lib/data/client";
import { useDatabase } from "@/lib/testing/database";
import { announce, flushAnnouncements } from "./announce";
import { roomEventStream } from "./event-stream";
import { onRoomChange } from "./room-hub";

useDatabase();

const ROOM = "019a0000-0000-7000-8000-000000000001";
const OTHER = "019a0000-0000-7000-8000-000000000002";
const LOBBY = "019a0000-0000-7000-8000-000000000004";
const SEAT = "019a0000-0000-7000-8000-000000000005";
const OTHER_SEAT = "019a0000-0000-7000-8000-000000000006";
const CROWDED = "019a0000-0000-7000-8000-000000000003";

test("an announced room is heard by its listeners and by nobody else", async () => {
  const heard = vi.fn();
  const heardElsewhere = vi.fn();
  const stop = onRoomChange(ROOM, heard);
  const stopOther = onRoomChange(OTHER, heardElsewhere);

  await vi.waitFor(() => {
    announce(ROOM);
    expect(heard).toHaveBeenCalled();
  }, 5_000);
  expect(heardElsewhere).not.toHaveBeenCalled();
  stop();
  stopOther();
});

test("what nobody waits for is gathered and told once, at the latest when the process stops", async () => {
  const heard = vi.fn();
  const heardAfter = vi.fn();
  const stops = [onRoomChange(CROWDED, heard), onRoomChange(OTHER, heardAfter)];
  /** Announcements arrive in their order: whatever went before another one has been heard then. */
  const untilAllIsHeard = async () => {
    heardAfter.mockClear();
    await vi.waitFor(() => {
      announce(OTHER);
      expect(heardAfter).toHaveBeenCalled();
    }, 5_000);
  };
  await untilAllIsHeard();

  for (let count = 0; count < 20; count += 1) announce(CROWDED, "soon");
  await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 5_000);
  await untilAllIsHeard();
  expect(heard).toHaveBeenCalledTimes(1);

  announce(CROWDED, "soon");
  announce(CROWDED);
  await flushAnnouncements();
  await untilAllIsHeard();
  expect(heard).toHaveBeenCalledTimes(2);

  announce(CROWDED, "soon");
  await flushAnnouncements();
  await untilAllIsHeard();
  expect(heard).toHaveBeenCalledTimes(3);
  stops.forEach((stop) => stop());
});

test("listeners look again after the listening connection was lost", async () => {
  const heard = vi.fn();
  const stop = onRoomChange(ROOM, heard);

  await vi.waitFor(async () => {
    await database().$executeRaw`
      SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
    expect(heard).toHaveBeenCalled();
  }, 10_000);
  stop();
});

test("a stream tells its page to look at once, and ends with the reader", async () => {
  const reader = new AbortController();
  const response = roomEventStream(
    { roomId: ROOM, deviceId: "device", seatId: null },
    reader.signal,
  );
  const text = response.text();
  reader.abort();
  expect(await text).toContain("event: changed");
});

test("who was let in hears so before they look, and nobody else does", async () => {
  const seatIds = [SEAT, OTHER_SEAT, null];
  const listeners = seatIds.map((seatId) => {
    const reader = new AbortController();
    const listening = { roomId: LOBBY, deviceId: "device", seatId };
    return { reader, text: roomEventStream(listening, reader.signal).text() };
  });
  const heard: (string | undefined)[] = [];
  const stop = onRoomChange(LOBBY, (letInSeatId) => heard.push(letInSeatId));

  await vi.waitFor(() => {
    announce(LOBBY, { letInSeatId: SEAT });
    expect(heard).toContain(SEAT);
    expect(heard.at(-1)).toBeUndefined();
  }, 5_000);
  stop();
  for (const { reader } of listeners) reader.abort();
  const [mine, ...others] = await Promise.all(listeners.map(({ text }) => text));
  expect(mine).toMatch(/event: let-in\ndata: \n\nevent: changed/);
  for (const text of others) {
    expect(text).not.toContain("let-in");
    expect(text.match(/event: changed/g)?.length).toBeGreaterThan(1);
  }
});

test("one device holds eight streams of a room at most", () => {
  const readers = Array.from({ length: 9 }, () => new AbortController());
  const listening = { roomId: OTHER, deviceId: "device", seatId: null };
  const statuses = readers.map(({ signal }) => roomEventStream(listening, signal).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 429]);
  for (const reader of readers) reader.abort();
});
