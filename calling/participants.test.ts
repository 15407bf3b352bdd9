import { expect, test, vi } from "vitest";
import type { CallPerson } from "@/components/call/call-state";
import type { CallingPerson } from "@/lib/domain/calling/calling-view";
import { Participants } from "./participants";

const ADA: CallingPerson = { seatId: "a", rawId: "8:acs:r_a", name: "Ada", role: "attendee" };

const seen = (changes: Partial<CallPerson> = {}): CallPerson => ({
  ...{ identity: "a.0", seatId: "a", name: "", isMe: false, isSpeaking: false, lastSpokeAt: 0 },
  ...{ hasMicrophoneOn: false, camera: null, screen: null, quality: "good", maySend: [] },
  ...changes,
});

const list = () => new Participants(async () => undefined);

test("nobody is there before both the media server and the room say so", () => {
  const participants = list();
  expect(participants.take([seen()], [])).toBeNull();
  expect(participants.take([], [ADA])).toBeNull();
  expect(participants.list).toEqual([]);
  const change = participants.take([seen()], [ADA]);
  expect(change?.added.map(({ identifier }) => identifier)).toEqual([
    { kind: "communicationUser", communicationUserId: "8:acs:r_a" },
  ]);
});

test("whoever changes stays the same participant, and tells what is different", () => {
  const participants = list();
  participants.take([seen()], [ADA]);
  const [ada] = participants.list;
  const heard = { roleChanged: vi.fn(), isMutedChanged: vi.fn(), displayNameChanged: vi.fn() };
  ada?.on("roleChanged", heard.roleChanged);
  ada?.on("isMutedChanged", heard.isMutedChanged);
  ada?.on("displayNameChanged", heard.displayNameChanged);
  participants.take([seen({ hasMicrophoneOn: true })], [{ ...ADA, role: "presenter" }]);
  expect(participants.list).toEqual([ada]);
  expect([ada?.role, ada?.isMuted]).toEqual(["Presenter", false]);
  expect(Object.values(heard).map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
});

test("whoever is gone says so and is in the list no more", () => {
  const participants = list();
  participants.take([seen()], [ADA]);
  const [ada] = participants.list;
  expect(participants.take([], [ADA])).toMatchObject({ added: [], removed: [ada] });
  expect(ada?.state).toBe("Disconnected");
  expect(participants.list).toEqual([]);
});
