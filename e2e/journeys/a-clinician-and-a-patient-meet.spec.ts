import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { expectAudibleAudio, expectMovingVideo } from "../support/media";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

test("a patient waits until the clinician lets them in, and both see and hear each other", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization(), { lobby: true });
  const [clinicianSeat, patientSeat] = [
    await makeSeat(room, "clinician", "Dr Mira Halloran"),
    await makeSeat(room, "patient", "Samuel Reyes"),
  ];
  const clinician = await newGuest("clinician");
  const patient = await newGuest("patient", { phone: true });

  await patient.opens(patientSeat);
  expect(patient.page.url()).not.toContain("/join/");
  await patient.enterButton.click();
  await expect(patient.call).toBeHidden();

  await clinician.joins(clinicianSeat);
  await clinician.button(/^Admit Samuel Reyes/).click();
  await expect(patient.call).toBeVisible();
  await Promise.all([expectMovingVideo(clinician.page), expectMovingVideo(patient.page)]);
  await Promise.all([expectAudibleAudio(clinician.page), expectAudibleAudio(patient.page)]);
  await expectAccessible(clinician.page);

  await clinician.button(/^Leave/).click();
  await clinician.button("End for everyone").click();
  await clinician.page
    .getByRole("dialog")
    .getByRole("button", { name: "End for everyone" })
    .click();
  await expect(patient.call).toBeHidden();
  await expect(clinician.call).toBeHidden();
});

test("a removed patient is out at once and can't come back by their link", async ({ newGuest }) => {
  const room = await makeRoom(await makeOrganization());
  const clinician = await newGuest("clinician");
  const patient = await newGuest("patient");
  const patientSeat = await makeSeat(room, "patient", "Samuel Reyes");
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await patient.joins(patientSeat);
  await expectMovingVideo(patient.page);

  await clinician.button(/^People/).click();
  await clinician.button("Manage Samuel Reyes").click();
  await clinician.button("Remove Samuel Reyes").click();
  await clinician.page
    .getByRole("dialog")
    .getByRole("button", { name: /^Remove/ })
    .click();

  await expect(patient.call).toBeHidden();
  await patient.opens(patientSeat);
  await expect(patient.enterButton).toBeHidden();
});

test("an attendee has no button to share the screen", async ({ newGuest }) => {
  const room = await makeRoom(await makeOrganization());
  const [clinician, patient] = [await newGuest("clinician"), await newGuest("patient")];
  await patient.joins(await makeSeat(room, "patient", "Samuel Reyes"));
  await expect(patient.button("Share screen")).toBeHidden();
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await expect(clinician.button("Share screen")).toBeVisible();
});
