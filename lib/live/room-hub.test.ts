import { expect, test, vi } from "vitest";
import { database } from "@/lib/data/client";
import { useDatabase } from "@/lib/testing/database";
import { announce } from "./announce";
import { roomEventStream } from "./event-stream";
import { onAnyRoomChange, onRoomChange } from "./room-hub";

useDatabase();

const ROOM = "019a0000-0000-7000-8000-000000000001";
const OTHER = "019a0000-0000-7000-8000-000000000002";
const CALL_ONLY = "019a0000-0000-7000-8000-000000000003";

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

test("what only the conductor has to look at is not told to pages, until something else is", async () => {
  const heard = vi.fn();
  const conductor = vi.fn();
  const stops = [onRoomChange(CALL_ONLY, heard), onAnyRoomChange(conductor)];

  await vi.waitFor(() => {
    announce(CALL_ONLY, "conductor");
    expect(conductor).toHaveBeenCalledWith(CALL_ONLY);
  }, 5_000);
  expect(heard).not.toHaveBeenCalled();

  announce(CALL_ONLY);
  announce(CALL_ONLY, "conductor");
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce(), 5_000);
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
  const response = roomEventStream(ROOM, "device", reader.signal);
  const text = response.text();
  reader.abort();
  expect(await text).toContain("event: changed");
});

test("one device holds eight streams of a room at most", () => {
  const readers = Array.from({ length: 9 }, () => new AbortController());
  const statuses = readers.map(({ signal }) => roomEventStream(OTHER, "device", signal).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 429]);
  for (const reader of readers) reader.abort();
});
