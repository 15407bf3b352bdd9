import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { Caller } from "../support/caller";
import { expectMovingVideo } from "../support/media";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

test("the same link on a second device is asked first; moving the call there ends it on the first", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  const [clinician, phone, laptop] = [
    await newGuest("clinician"),
    await newGuest("patient's phone", { phone: true }),
    await newGuest("patient's laptop"),
  ];
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await phone.joins(seat);
  await expect(clinician.button("People, 2 in the call")).toBeVisible();

  await laptop.opens(seat);
  await expect(laptop.headline("You are in the call on another device")).toBeVisible();
  await expect(laptop.answer).toContainText("If you move the call here, it ends there.");
  await expect(phone.call).toBeVisible();
  await expectAccessible(laptop.page);

  await laptop.button("Move the call here").click();
  await expect(laptop.call).toBeVisible();
  await expectMovingVideo(laptop.page);
  await expectMovingVideo(clinician.page);
  await expect(phone.headline("The call goes on with your other device")).toBeVisible();
  await expect(phone.call).toBeHidden();
  await expect(phone.button("Move the call here")).toBeVisible();
  await expectAccessible(phone.page);

  await expect(clinician.page.getByText(/Samuel Reyes left the call/)).toHaveCount(0);
  await clinician.button(/^People/).click();
  await expect(clinician.page.getByText("Opened on two devices with the same link.")).toBeVisible();
  await expect(clinician.button("People, 2 in the call")).toBeVisible();
});

test("a device that is still connecting hears at once that the call went to another one", async ({
  newGuest,
}) => {
  const seat = await makeSeat(await makeRoom(await makeOrganization()), "patient", "Samuel Reyes");
  const phone = await newGuest("patient's phone", { phone: true });
  // Its signalling is open, its media never gets there, and it never gives up waiting for it.
  await phone.page.addInitScript(() => {
    RTCPeerConnection.prototype.setLocalDescription = () => new Promise(() => undefined);
    const startTimer = window.setTimeout.bind(window);
    const startShortTimer = (run: () => void, ms = 0) => (ms < 10_000 ? startTimer(run, ms) : 0);
    Object.assign(window, { setTimeout: startShortTimer });
  });
  const signalling = phone.page.waitForEvent("websocket");
  await phone.opens(seat);
  await phone.enterButton.click();
  await (await signalling).waitForEvent("framereceived");

  const laptop = await Caller.opens(seat);
  await laptop.getsTicket({ takeOver: true });
  await expect(phone.headline("The call goes on with your other device")).toBeVisible();
});
