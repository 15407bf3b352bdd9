import { expect, test } from "../fixtures";
import type { Guest } from "../pages/guest";
import { expectAudibleAudio, expectMovingVideo } from "../support/media";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

test("what is turned off while the call still connects is off once it is connected", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const [clinician, patient] = [await newGuest("clinician"), await newGuest("patient")];
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  const connect = await holdConnecting(patient);

  await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  await patient.enterButton.click();
  await expect(patient.linkBanner).toBeVisible();
  await expect(tileOf(patient, "Samuel Reyes (you)")).toBeVisible();
  for (const name of ["Microphone", "Camera"]) {
    await expect(patient.button(name)).toHaveAttribute("aria-pressed", "true");
    await patient.button(name).click();
    await expect(patient.button(name)).toHaveAttribute("aria-pressed", "false");
  }

  connect();
  await expect(patient.linkBanner).toHaveCount(0);
  await expect(tileOf(clinician, "Samuel Reyes")).toContainText("microphone off, camera off");
  for (const name of ["Microphone", "Camera"]) {
    await expect(patient.button(name)).toHaveAttribute("aria-pressed", "false");
    await patient.button(name).click();
    await expect(patient.button(name)).toHaveAttribute("aria-pressed", "true");
  }
  await expectMovingVideo(clinician.page);
});

test("the microphone chosen while the call still connects is the one that is heard", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const [clinician, patient] = [await newGuest("clinician"), await newGuest("patient")];
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await patient.page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      const [microphone] = stream.getAudioTracks();
      if (microphone) window.newestMicrophone = microphone;
      return stream;
    };
  });
  const connect = await holdConnecting(patient);
  await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  await patient.enterButton.click();
  await patient.button("More").click();
  const choice = patient.page.getByRole("combobox", { name: "Microphone" });
  await choice.selectOption("Fake Audio Input 2");
  const heard = () =>
    patient.page.evaluate(() => {
      const { label, readyState } = window.newestMicrophone ?? {};
      return `${label} ${readyState}`;
    });
  await expect.poll(heard).toBe("Fake Audio Input 2 live");
  connect();
  await expect(patient.linkBanner).toHaveCount(0);
  await expectAudibleAudio(clinician.page);
  expect(await heard()).toBe("Fake Audio Input 2 live");
});

test("what is turned off again while its device still starts is off, and can be turned on", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const [clinician, patient] = [await newGuest("clinician"), await newGuest("patient")];
  await patient.page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      await window.isDeviceFree;
      return open(wanted);
    };
  });
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await patient.joins(await makeSeat(room, "patient", "Samuel Reyes"));
  const camera = patient.button("Camera");
  const expectCamera = (isOn: boolean) =>
    expect(camera).toHaveAttribute("aria-pressed", String(isOn));
  await expectCamera(true);
  await camera.click();
  await expectCamera(false);

  await patient.page.evaluate(() => {
    window.isDeviceFree = new Promise((resolve) => (window.freeDevice = resolve));
  });
  await camera.click();
  await expectCamera(true);
  await expect(camera).toHaveAttribute("aria-busy", "true");
  await camera.click();
  await expectCamera(false);
  await patient.page.evaluate(() => window.freeDevice?.());
  await expect(camera).not.toHaveAttribute("aria-busy");
  await expectCamera(false);
  await expect(tileOf(clinician, "Samuel Reyes")).toContainText("camera off");

  await camera.click();
  await expectCamera(true);
  await expect(tileOf(clinician, "Samuel Reyes")).not.toContainText("camera off");
});

/** The call connects only when the function that comes back is called. */
async function holdConnecting({ page }: Guest): Promise<() => void> {
  let connect = () => {};
  const isTime = new Promise<void>((resolve) => (connect = resolve));
  await page.routeWebSocket(/\/rtc/, async (socket) => {
    await isTime;
    socket.connectToServer();
  });
  return () => connect();
}

function tileOf({ page }: Guest, name: string) {
  const tiles = page.getByRole("list", { name: "People in the call" });
  return tiles.getByRole("listitem").filter({ hasText: name });
}

declare global {
  interface Window {
    /** Holds every device back until it resolves. */
    isDeviceFree?: Promise<void>;
    freeDevice?: () => void;
    newestMicrophone?: MediaStreamTrack;
  }
}
