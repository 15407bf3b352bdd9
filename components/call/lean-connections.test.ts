import { expect, test } from "vitest";
import { spokenOf } from "./lean-connections";

const codecs = (...mimeTypes: string[]) => mimeTypes.map((mimeType) => ({ mimeType }));

test("of a browser's codecs a call speaks one for sound and one for pictures, and what mends them", () => {
  const sound = codecs("audio/opus", "audio/red", "audio/G722", "audio/PCMU", "audio/CN");
  expect(spokenOf(sound)).toEqual(codecs("audio/opus", "audio/red"));
  const pictures = codecs("video/VP8", "video/rtx", "video/H264", "video/VP9", "video/AV1");
  expect(spokenOf(pictures)).toEqual(codecs("video/VP8", "video/rtx"));
});
