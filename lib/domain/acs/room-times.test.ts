import { describe, expect, test } from "vitest";
import { timesOfChange, timesOfNewRoom } from "./room-times";

const NOW = new Date("2024-01-04T13:46:26.470Z");
const DAY_MS = 86_400_000;
const at = (days: number, extraMs = 0) =>
  new Date(NOW.getTime() + days * DAY_MS + extraMs).toISOString();

const RANGE = {
  target: "ValidUntil",
  message: "The time range is incorrect, or larger than 180 days.",
};
const FAR = {
  target: "ValidFrom",
  message: "Value is incorrect or more than 180 days in the future.",
};
const PAST = { target: "ValidUntil", message: "The time range end is in the past." };
const TOGETHER = { target: "", message: "validFrom and validUntil should be set together." };

type Given = Parameters<typeof timesOfNewRoom>[0];

describe("a new room", () => {
  // prettier-ignore
  test.each<[string, Given, object[]]>([
    ["longer than 180 days", { validFrom: at(0), validUntil: at(180, 1) }, [RANGE]],
    ["that ends when it starts", { validFrom: at(1), validUntil: at(1) }, [RANGE]],
    ["that ends before it starts", { validFrom: at(2), validUntil: at(1) }, [RANGE]],
    ["that starts too late", { validFrom: at(180, 1), validUntil: at(200) }, [FAR]],
    ["that starts after its usual end", { validFrom: at(181) }, [FAR, RANGE]],
    ["that is over", { validFrom: at(-1), validUntil: at(0) }, [PAST]],
    ["that ends in the past", { validUntil: at(-1) }, [PAST]],
    ["that starts at no time", { validFrom: "soon" }, [FAR]],
    ["that ends at no time", { validUntil: 17 }, [RANGE]],
    ["that has begun too long ago", { validFrom: at(-180), validUntil: at(1) }, [RANGE]],
  ])("%s can't be", (_what, given, problems) => {
    expect(timesOfNewRoom(given, NOW)).toEqual({ problems });
  });

  // prettier-ignore
  test.each<[string, Given, string, string]>([
    ["nothing", {}, at(0), at(180)],
    ["nulls", { validFrom: null, validUntil: null }, at(0), at(180)],
    ["a start alone: its end counts from now", { validFrom: at(10) }, at(10), at(180)],
    ["a start alone that was a moment ago", { validFrom: at(0, -40) }, at(0, -40), at(180, -40)],
    ["an end alone", { validUntil: at(3) }, at(0), at(3)],
    ["both, in the past and 180 days long", { validFrom: at(-1), validUntil: at(179) }, at(-1), at(179)],
    ["the last start there is", { validFrom: at(180), validUntil: at(360) }, at(180), at(360)],
  ])("may be given %s", (_what, given, from, until) => {
    expect(timesOfNewRoom(given, NOW)).toMatchObject({
      times: { validFrom: { at: new Date(from) }, validUntil: { at: new Date(until) } },
    });
  });
});

describe("a change", () => {
  test.each<[string, Given]>([
    ["the start", { validFrom: at(1) }],
    ["the end", { validUntil: at(1) }],
    ["the end, with a null", { validFrom: null, validUntil: at(1) }],
  ])("can't set %s alone", (_what, given) => {
    expect(timesOfChange(given, NOW)).toEqual({ problems: [TOGETHER] });
  });

  test("to what a new room can't have is refused", () => {
    const problems = [PAST];
    expect(timesOfChange({ validFrom: at(-2), validUntil: at(-1) }, NOW)).toEqual({ problems });
  });

  test("that says nothing of the times leaves them alone", () => {
    expect(timesOfChange({}, NOW)).toEqual({ times: null });
    expect(timesOfChange({ validFrom: null, validUntil: null }, NOW)).toEqual({ times: null });
  });

  test("keeps what is finer than a millisecond", () => {
    const given = {
      validFrom: "2024-01-05T00:00:00.0000001Z",
      validUntil: "2024-01-06T00:00:00.123456Z",
    };
    expect(timesOfChange(given, NOW)).toMatchObject({
      times: {
        validFrom: { text: "2024-01-05T00:00:00.0000001" },
        validUntil: { text: "2024-01-06T00:00:00.123456" },
      },
    });
  });
});
