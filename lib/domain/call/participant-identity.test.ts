import { expect, test } from "vitest";
import { parseIdentity, toIdentity } from "./participant-identity";

const participant = {
  seatId: "019a0000-0000-7000-8000-000000000001",
  deviceId: "0123456789abcdef",
};

test("an identity names its seat and device and reads back the same", () => {
  expect(parseIdentity(toIdentity(participant))).toEqual(participant);
});

test.each(["", "somebody", `${toIdentity(participant)}#2`, `x${toIdentity(participant)}`, "a.b"])(
  "%j is nobody of ours",
  (identity) => expect(parseIdentity(identity)).toBeNull(),
);
