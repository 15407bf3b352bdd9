import { expect, test } from "vitest";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import { buildRoomView } from "@/lib/testing/room-view-builder";
import { tellLettingIn } from "./tell-letting-in";

const ON = {};
const CLINICIAN = {
  seatId: "clinician",
  name: "Dr Amara Okafor",
  role: "presenter",
  capacity: "clinician",
  isExcused: false,
  onTwoDevices: false,
} as const;
const admitted = (role: "attendee" | "consumer", isClinicianInside = true) =>
  buildRoomView({
    people: [{ ...CLINICIAN, isInside: isClinicianInside }],
    decision: {
      kind: "admit",
      grant: mediaGrantFor(role, "visit", []),
      until: "2023-03-14T14:20:00.000Z",
    },
  });

test.each([
  [ON, ON, "letIn"],
  [null, ON, "letInHeard"],
  [ON, null, "letInSeen"],
  [null, null, "letInUnseen"],
])("whoever is let in with camera %j and microphone %j reads so", (camera, microphone, word) => {
  expect(tellLettingIn(admitted("attendee"), { camera, microphone })).toBe(word);
});

test("whoever may send nothing reads that they listen", () => {
  const nothing = { camera: null, microphone: null };
  expect(tellLettingIn(admitted("consumer"), nothing)).toBe("letInToListen");
});

test("nobody is told that the others see them while nobody else is there", () => {
  expect(tellLettingIn(admitted("attendee", false), { camera: ON, microphone: ON })).toBeNull();
});
