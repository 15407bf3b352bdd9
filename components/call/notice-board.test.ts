import { expect, it, vi } from "vitest";
import { NoticeBoard } from "./notice-board";

const wordsOn = (board: NoticeBoard) => board.notices.map(({ word }) => word);

it("keeps the newest notices, one for each topic", () => {
  const changed = vi.fn();
  const board = new NoticeBoard(changed);
  board.post({ word: "cameraWithheld", topic: "camera" });
  board.post({ word: "joined", values: { name: "Ana" } });
  board.post({ word: "cameraAllowed", topic: "camera" });
  board.post({ word: "leftCall", values: { name: "Ana" } });
  expect(wordsOn(board)).toEqual(["joined", "cameraAllowed", "leftCall"]);
  expect(changed).toHaveBeenCalledTimes(4);
});

it("makes room for new ones and takes away what is dismissed", () => {
  const board = new NoticeBoard(() => undefined);
  for (let count = 0; count < 6; count += 1) board.post({ word: "joined" });
  expect(board.notices).toHaveLength(4);
  const [first] = board.notices;
  if (first) board.dismiss(first.id);
  expect(board.notices).toHaveLength(3);
});

it("takes back what is not so any more, and nothing else", () => {
  const board = new NoticeBoard(() => undefined);
  board.post({ word: "requestFailed", topic: "answer" });
  board.post({ word: "letIn" });
  board.withdraw("answer");
  board.withdraw("time");
  expect(wordsOn(board)).toEqual(["letIn"]);
});

it("keeps who asks to come back until there is an answer, once for each of them", () => {
  const board = new NoticeBoard(() => undefined);
  const asks = (seatId: string) =>
    board.post({ word: "asksToReturn", topic: `asks ${seatId}`, letBack: seatId });
  asks("ana");
  asks("ben");
  asks("ana");
  for (let count = 0; count < 6; count += 1) board.post({ word: "cameToLobby", shown: false });
  expect(board.notices.flatMap(({ letBack }) => letBack ?? [])).toEqual(["ben", "ana"]);
  expect(board.notices).toHaveLength(6);
  board.withdraw("asks ben");
  expect(board.notices.flatMap(({ letBack }) => letBack ?? [])).toEqual(["ana"]);
});
