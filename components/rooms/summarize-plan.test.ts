import { expect, test } from "vitest";
import { roomForm } from "@/lib/words/en/room-form";
import { sayFrom } from "@/lib/words/say";
import { summarizePlan } from "./summarize-plan";

const say = sayFrom(roomForm, "en");

const FIELDS = {
  date: "2026-03-17",
  time: "14:00",
  lengthMinutes: "20",
  lobby: "on",
  access: "invited",
  attendeeLead: "15",
  consumerLead: "10",
  guestName: "Samuel Reyes",
};

const summary = (kind: "visit" | "webinar" | "meeting", changes: Record<string, string> = {}) =>
  summarizePlan({ kind, leader: "Dr Okafor", fields: { ...FIELDS, ...changes } }, say);

test("a visit reads as one would say it", () => {
  expect(summary("visit")).toEqual([
    "Dr Okafor and Samuel Reyes, Tuesday 17 March, 14:00 to 14:20.",
    "Patients may come in from 13:45 and wait to be let in.",
    "Nobody else can come in.",
  ]);
});

test("an open webinar says that it waits for going live and that anybody may come", () => {
  expect(summary("webinar", { guestName: " ", lobby: "", access: "open" })).toEqual([
    "Dr Okafor and whoever you add, Tuesday 17 March, 14:00 to 14:20.",
    "The audience may come in from 13:50.",
    "Before you go live they see when it starts.",
    "Anybody who has the address may come.",
  ]);
});

test("midnight is no obstacle on either side", () => {
  const [when, door] = summary("meeting", { time: "00:05", lengthMinutes: "1440" });
  expect(when).toContain("Tuesday 17 March, 00:05 to Wednesday 18 March, 00:05.");
  expect(door).toContain("from 23:50");
});

test("an end in another year says the year, and a length beyond every calendar does no harm", () => {
  expect(summary("visit", { lengthMinutes: "500000" })[0]).toContain(
    "14:00 to Saturday 27 February 2027, 19:20.",
  );
  expect(summary("visit", { lengthMinutes: "1e20" })[0]).toContain("Tuesday 17 March, 14:00 to");
});

test.each([
  { date: "" },
  { time: "" },
  { lengthMinutes: "" },
  { lengthMinutes: "-1" },
  { lengthMinutes: "x" },
])("without %j it asks for what is missing", (changes) =>
  expect(summary("visit", changes)).toEqual(["Give a day, a start and a length."]),
);
