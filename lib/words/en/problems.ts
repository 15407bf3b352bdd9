import type { Problem } from "@/lib/domain/problem";

/** What is wrong with a field and how to put it right, said beside the field. */
export const problems = {
  missing: "Fill this in.",
  "not-valid": "This can't be read. Type it again.",
  "not-offered": "Choose one of the answers offered.",
  "control-characters":
    "This holds characters that can't be seen. Type it again instead of pasting it.",
  "mark-up": "Write this in plain words, without < and > around them.",
  "title-too-long": "Use at most 200 characters.",
  "name-too-long": "Use at most 120 characters.",
  "reason-too-long": "Use at most 300 characters.",
  "not-an-address": "Give one e-mail address, like name@example.org.",
  "not-a-date": "Give a day that exists, like 2026-03-14.",
  "not-a-time": "Give a time of day, like 14:00.",
  "not-a-zone": "Choose a time zone from the list, like Europe/Berlin.",
  "not-a-length": "Give the length in whole minutes, at least 1.",
  "not-a-lead": "Give whole minutes from 0 to 120.",
  "not-a-limit": "Give a whole number from 1 to 10,000, or leave this empty for no limit.",
  "not-a-year": "Give the year of birth with four digits, like 1942.",
  "in-the-past": "This time is over. Choose a later one.",
  "same-time": "It begins at that time already. Choose another.",
  "ends-before-start": "The end has to come after the start.",
  "too-short": "Make it at least 1 minute long.",
  "window-too-long": "Make it at most 180 days long.",
  "too-far-ahead": "Choose a date before the year 2100.",
  "already-on-roster": "This person is on the list already.",
  "not-your-room": "You can only plan for yourself. Ask a manager to plan for others.",
  "name-needed": "Give the name that goes with this address.",
  "name-of-host": "Somebody who leads here has this name. Add something that tells you apart.",
} as const satisfies Record<Problem, string>;
