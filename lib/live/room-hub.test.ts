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

/** Reads a stream as a page does; `leave` goes away and gives all that came. */
function readStream(seatId: string | null, roomId = LOBBY) {
  const body = roomEventStream({ roomId, holder: "device", seatId }).body;
  if (!body) throw new Error("No stream");
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  const ended = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value);
    }
  })();
  const leave = async () => {
    await reader.cancel();
    await ended;
    return text;
  };
  return { leave, read: () => text };
}

test("a stream tells its page to look at once, and ends with the reader", async () => {
  const stream = readStream(null, ROOM);
  await vi.waitFor(() => expect(stream.read()).toContain("event: changed"));
  await stream.leave();
});

test("who was let in hears so before they look, and nobody else does", async () => {
  const streams = [SEAT, OTHER_SEAT, null].map((seatId) => readStream(seatId));
  const heard: (string | undefined)[] = [];
  const stop = onRoomChange(LOBBY, (letInSeatId) => heard.push(letInSeatId));

  await vi.waitFor(() => {
    announce(LOBBY, { letInSeatId: SEAT });
    expect(heard).toContain(SEAT);
    expect(heard.at(-1)).toBeUndefined();
  }, 5_000);
  stop();
  const [mine, ...others] = await Promise.all(streams.map(({ leave }) => leave()));
  expect(mine).toMatch(/event: let-in\ndata: \n\nevent: changed/);
  for (const text of others) {
    expect(text).not.toContain("let-in");
    expect(text.match(/event: changed/g)?.length).toBeGreaterThan(1);
  }
});

test("one holder has eight streams of a room at most, and those that went, or nobody reads, do not count", async () => {
  const listening = { roomId: OTHER, holder: "device", seatId: null };
  const ask = () => roomEventStream(listening);
  for (let count = 0; count < 20; count += 1) expect(ask().status).toBe(200);

  const streams = Array.from({ length: 8 }, () => readStream(null, OTHER));
  const late = ask();
  await vi.waitFor(() => expect(ask().status).toBe(429));
  expect(await late.text()).toBe("");
  await Promise.all(streams.map(({ leave }) => leave()));
  expect(ask().status).toBe(200);
});
