import { describe, expect, test } from "vitest";
import { editRoomInput, newRoomInput } from "./room-input";

const GOOD = {
  kind: "visit",
  title: "Visit with Dr Amara Okafor",
  date: "2026-03-14",
  time: "14:00",
  lengthMinutes: "20",
  timeZone: "Europe/Berlin",
  access: "invited",
  lobby: "on",
  presenterLead: "30",
  collaboratorLead: "15",
  attendeeLead: "15",
  consumerLead: "0",
  seatLimit: "",
  leaderId: "a-person",
  guestName: "Samuel Reyes",
  guestEmail: "Samuel@Example.org",
};

const LEADER = { personId: "a-person", email: "amara@example.org" };
const FACTS = { now: new Date("2026-03-01T00:00:00Z"), leaders: [LEADER] };
const planned = newRoomInput(FACTS);

/** What is wrong with a new room that differs from a good one by `changes`: [field, problem] each. */
function problemsOf(changes: Record<string, unknown>) {
  const result = planned.safeParse({ ...GOOD, ...changes });
  return result.error?.issues.map(({ path, message }) => [path.join("."), message]);
}

test("a good room is read into what the product works with", () => {
  expect(planned.parse(GOOD)).toEqual({
    kind: "visit",
    title: "Visit with Dr Amara Okafor",
    window: {
      opensAt: new Date("2026-03-14T13:00:00Z"),
      closesAt: new Date("2026-03-14T13:20:00Z"),
    },
    timeZone: "Europe/Berlin",
    clockChange: "none",
    access: "invited",
    lobby: true,
    seatLimit: null,
    leadMinutes: { presenter: 30, collaborator: 15, attendee: 15, consumer: 0 },
    leaderId: "a-person",
    seats: [
      {
        person: {
          ...{ name: "Samuel Reyes", email: "samuel@example.org" },
          ...{ timeZone: "Europe/Berlin", birthYear: null },
        },
        ...{ personId: null, capacity: "patient", field: "guestEmail" },
      },
    ],
  });
});

describe("bad input is named beside its field", () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ["a kind that does not exist", { kind: "party" }, "kind", "not-offered"],
    ["an access that does not exist", { access: "public" }, "access", "not-offered"],
    ["a title of 300 characters", { title: "a".repeat(300) }, "title", "title-too-long"],
    ["a title of control characters", { title: "a\u0007b" }, "title", "control-characters"],
    ["a title with a line break", { title: "a\r\nBcc: b@c.de" }, "title", "control-characters"],
    ["a title that turns direction", { title: "a\u202Eb" }, "title", "control-characters"],
    ["a title of mark-up", { title: "<script>alert(1)</script>" }, "title", "mark-up"],
    ["a title that is an object", { title: { contains: "a" } }, "title", "not-valid"],
    ["a webinar without a title", { kind: "webinar", title: " " }, "title", "missing"],
    ["a day that does not exist", { date: "2026-02-30" }, "date", "not-a-date"],
    ["a time that does not exist", { time: "25:00" }, "time", "not-a-time"],
    ["a zone that does not exist", { timeZone: "Mars/Olympus" }, "timeZone", "not-a-zone"],
    ["an offset for a zone", { timeZone: "+02:00" }, "timeZone", "not-a-zone"],
    ["a length that is no number", { lengthMinutes: "NaN" }, "lengthMinutes", "not-a-length"],
    ["half a minute", { lengthMinutes: "0.5" }, "lengthMinutes", "not-a-length"],
    ["a huge length", { lengthMinutes: "1e9" }, "lengthMinutes", "not-a-length"],
    ["an end before the start", { lengthMinutes: "-20" }, "lengthMinutes", "ends-before-start"],
    ["no length", { lengthMinutes: "0" }, "lengthMinutes", "too-short"],
    ["181 days", { lengthMinutes: String(181 * 1440) }, "lengthMinutes", "window-too-long"],
    ["the year 9999", { date: "9999-12-31" }, "date", "too-far-ahead"],
    ["a negative lead", { attendeeLead: "-1" }, "attendeeLead", "not-a-lead"],
    ["a lead of a day", { presenterLead: "1440" }, "presenterLead", "not-a-lead"],
    ["no seats at all", { seatLimit: "0" }, "seatLimit", "not-a-limit"],
    ["a limit that is no number", { seatLimit: "many" }, "seatLimit", "not-a-limit"],
    ["a ticked box with another value", { lobby: "maybe" }, "lobby", "not-valid"],
    [
      "two addresses for one guest",
      { guestEmail: "a@b.de,c@d.de" },
      "guestEmail",
      "not-an-address",
    ],
    [
      "a guest's name of mark-up",
      { guestName: "<img src=x onerror=alert(1)>" },
      "guestName",
      "mark-up",
    ],
    [
      "a guest's name that is too long",
      { guestName: "a".repeat(121) },
      "guestName",
      "name-too-long",
    ],
    ["a day that is over", { date: "2026-02-27" }, "date", "in-the-past"],
    ["a time of today that is over", { date: "2026-03-01", time: "00:00" }, "time", "in-the-past"],
    ["a leader who may not lead", { leaderId: "nobody" }, "leaderId", "not-offered"],
    [
      "the leader as their own guest",
      { guestEmail: "Amara@example.org" },
      "guestEmail",
      "already-on-roster",
    ],
    ["an address without a name", { guestName: "" }, "guestName", "name-needed"],
  ])("%s", (_, changes, field, problem) => expect(problemsOf(changes)).toEqual([[field, problem]]));
});

test("all that is wrong is named at once, whatever else could not be read", () => {
  const wrong = {
    ...{ kind: "webinar", title: "", date: "2020-01-01", time: "25:00", timeZone: "Mars/Olympus" },
    ...{ lengthMinutes: "-5", seatLimit: "0", leaderId: "nobody" },
    ...{ guestName: "", guestEmail: "nowhere" },
  };
  const named = Object.fromEntries(problemsOf(wrong) ?? []);
  expect(named).toEqual({
    ...{ title: "missing", date: "in-the-past", time: "not-a-time", timeZone: "not-a-zone" },
    ...{ lengthMinutes: "ends-before-start", seatLimit: "not-a-limit", leaderId: "not-offered" },
    ...{ guestName: "name-needed", guestEmail: "not-an-address" },
  });
});

test("a day that may still come somewhere is not called over while the time can't be read", () => {
  expect(problemsOf({ date: "2026-02-28", time: "", timeZone: "" })).toEqual([
    ["time", "not-a-time"],
    ["timeZone", "not-a-zone"],
  ]);
});

describe("an unusual length", () => {
  const long = { lengthMinutes: "100000" };

  test("is asked about, also after a yes to another one", () => {
    const asked = [["confirmedLength", "unusual-length"]];
    expect(problemsOf(long)).toEqual(asked);
    expect(problemsOf({ ...long, confirmedLength: "10000" })).toEqual(asked);
  });

  test("is taken after a yes, and a usual one without", () => {
    expect(problemsOf({ ...long, confirmedLength: "100000" })).toBeUndefined();
    expect(problemsOf({ lengthMinutes: "720" })).toBeUndefined();
  });
});

describe("what only looks odd is taken as it is", () => {
  test.each([
    [
      "a smaller-than sign between numbers",
      "Blood sugar 3 < 5: what now?",
      "Blood sugar 3 < 5: what now?",
    ],
    ["an emoji joined from several", "Care for 👩‍👩‍👧", "Care for 👩‍👩‍👧"],
    ["spaces around and within", "  Visit   with Dr Okafor ", "Visit with Dr Okafor"],
    ["a name in another script", "ملاقات با دکتر نادیا", "ملاقات با دکتر نادیا"],
    ["200 characters outside the first plane", "𝒜".repeat(200), "𝒜".repeat(200)],
  ])("%s", (_, title, kept) => expect(planned.parse({ ...GOOD, title }).title).toBe(kept));
});

test("fields that a form does not have are ignored", () => {
  const input = planned.parse({
    ...GOOD,
    organizationId: "other",
    version: "9",
    liveAt: "now",
  });
  expect(Object.keys(input)).not.toContain("organizationId");
  expect(Object.keys(input)).not.toContain("liveAt");
});

test("a start in the hour that does not exist moves forward and says so", () => {
  const { window, clockChange } = planned.parse({
    ...GOOD,
    date: "2026-03-29",
    time: "02:30",
  });
  expect(window.opensAt).toEqual(new Date("2026-03-29T01:30:00Z"));
  expect(clockChange).toBe("moved-forward");
});

test("an edit needs a title and the version that its editor saw", () => {
  const fields = { ...GOOD, roomId: "a-room", title: "", version: "latest" };
  const issues = editRoomInput.safeParse(fields).error?.issues;
  expect(issues?.map(({ path }) => path.join("."))).toEqual(["version", "title"]);
});
