import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import type { Devices } from "../support/devices";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

type Trouble = { devices: Devices; headline: RegExp; help: string; inTheCall: string };

const TROUBLES: Trouble[] = [
  {
    devices: "blocked",
    headline: /^Camera and microphone are blocked by the browser$/,
    help: "Press the sign left of the address, allow both, and come back here.",
    inTheCall: "The microphone is blocked by the browser.",
  },
  {
    devices: "missing",
    headline: /^No camera and no microphone found$/,
    help: "Plug one in and it starts by itself.",
    inTheCall: "No microphone was found.",
  },
  {
    devices: "busy",
    headline: /^Another program uses camera and microphone$/,
    help: "Close other calls and programs that use it, then press Try again.",
    inTheCall: "Another program uses the microphone.",
  },
];

for (const { devices, headline, help, inTheCall } of TROUBLES) {
  test(`camera and microphone are ${devices}: the page helps, and one can go in without them`, async ({
    newGuest,
  }) => {
    const room = await makeRoom(await makeOrganization());
    const patient = await newGuest("patient", { devices, phone: true });
    await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
    await expect(patient.page.getByText(headline)).toBeVisible();
    await expect(patient.answer).toContainText(help);
    await expectAccessible(patient.page);

    await patient.button("Go on without camera and microphone").click();
    await expect(patient.page.getByText(headline)).toBeHidden();
    await patient.enterButton.click();
    await expect(patient.call).toBeVisible();
    await expect(patient.page.getByText("Samuel Reyes (you)")).toBeVisible();

    await patient.button("Microphone").click();
    const told = patient.page.getByRole("main").getByRole("alert");
    await expect(told).toContainText(inTheCall);
    await expect(patient.call).toBeVisible();
  });
}

test("whoever goes in while the camera is still opening takes camera and microphone along", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const patient = await newGuest("patient", { devices: "slow" });
  await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  await patient.enterButton.click();
  await patient.page.evaluate(() => window.letDevicesOpen());
  await expect(patient.call).toBeVisible();
  await expect(patient.button("Camera")).toHaveAttribute("aria-pressed", "true");
  await expect(patient.button("Microphone")).toHaveAttribute("aria-pressed", "true");
});

test("a camera that does not open keeps nobody out", async ({ newGuest }) => {
  const room = await makeRoom(await makeOrganization());
  const patient = await newGuest("patient", { devices: "slow" });
  await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  await patient.enterButton.click();
  await expect(patient.call).toBeVisible();
  await expect(patient.button("Camera")).toHaveAttribute("aria-pressed", "false");
});

test("devices that work are shown, can be switched off, and stay off in the call", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const patient = await newGuest("patient");
  await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  const { page } = patient;
  await expect(page.getByText("We hear you.")).toBeVisible();
  await page.getByText("Camera and sound work").click();
  await expect(page.getByRole("combobox", { name: "Camera" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Microphone" })).toBeVisible();
  await patient.button("Play a sound").click();
  await expect(page.getByText(/If you heard nothing/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("switch", { name: "Camera" }).click();
  await page.getByRole("switch", { name: "Microphone" }).click();
  await expect(page.getByText("The others won't hear you.")).toBeVisible();
  await patient.enterButton.click();
  await expect(patient.call).toBeVisible();
  await expect(patient.button("Camera")).toHaveAttribute("aria-pressed", "false");
  await expect(patient.button("Microphone")).toHaveAttribute("aria-pressed", "false");
});

test("what was switched off before or in the call is still off when the page is loaded anew", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const patient = await newGuest("patient");
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  await patient.opens(seat);
  const { page } = patient;
  const camera = page.getByRole("switch", { name: "Camera" });
  const microphone = page.getByRole("switch", { name: "Microphone" });
  await expect(page.getByText("We hear you.")).toBeVisible();
  await camera.click();
  await page.reload();
  await expect(page.getByText("We hear you.")).toBeVisible();
  await expect(camera).not.toBeChecked();

  await patient.enterButton.click();
  await expect(patient.button("Camera")).toHaveAttribute("aria-pressed", "false");
  await patient.button("Camera").click();
  await expect(patient.button("Camera")).toHaveAttribute("aria-pressed", "true");
  await patient.button("Microphone").click();
  await expect(patient.button("Microphone")).toHaveAttribute("aria-pressed", "false");
  await page.reload();
  await expect(camera).toBeChecked();
  await expect(microphone).not.toBeChecked();
  await patient.enterButton.click();
  await expect(patient.button("Camera")).toHaveAttribute("aria-pressed", "true");
  await expect(patient.button("Microphone")).toHaveAttribute("aria-pressed", "false");

  const another = await newGuest("patient elsewhere");
  await another.opens(seat);
  await expect(another.page.getByRole("switch", { name: "Microphone" })).toBeChecked();
});
