import { makeMeeting } from "../attacks/meeting";
import { identitiesIn, permissionOf } from "../support/media-server";
import { expectNothingEnded } from "./expect-nothing-ended";
import { expect, test } from "./fixtures";

/** How soon everybody is back, from when the media server answers again. */
const BACK = { timeout: 10_000 };

test("the media server is killed in a call: both are back by themselves, with the rights they had", async ({
  product,
}) => {
  const { room, clinician, patient, callName } = await makeMeeting();
  const identities = [clinician.media.identity, patient.media.identity].sort();
  const rights = () => Promise.all(identities.map((one) => permissionOf(callName, one)));
  const asTheyCame = await rights();
  const { id: seatId } = patient.caller.seat;
  await clinician.caller.does("sources", { seatId, withheld: ["microphone"] });
  await expect.poll(rights).not.toEqual(asTheyCame);
  const before = await rights();

  await product.media.kill();
  await product.media.start();
  await expect.poll(() => identitiesIn(callName), BACK).toEqual(identities);
  await Promise.all([clinician, patient].map(({ media }) => media.expectMovingPicture(BACK)));
  expect(await rights()).toEqual(before);
  expect([clinician.media.isOut, patient.media.isOut]).toEqual([false, false]);
  await expectNothingEnded(room);
  await Promise.all([clinician.media.leaves(), patient.media.leaves()]);
});
