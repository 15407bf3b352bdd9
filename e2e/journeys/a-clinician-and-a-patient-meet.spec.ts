import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { newestMailTo } from "../support/mailbox";
import { expectAudibleAudio, expectMovingVideo } from "../support/media";
import { makeMember, makeOrganization } from "../support/world";

test("from the plan by the mail to the call: a clinician and a patient see and hear each other", async ({
  newGuest,
}) => {
  const clinic = await makeOrganization();
  const doctor = await makeMember(clinic, "Dr Mira Halloran", "host");
  const manager = await makeMember(clinic, "Paula Winter", "manager");
  const patientAddress = `samuel.${randomUUID()}@example.org`;
  const organizer = await newGuest("organizer", { member: manager });
  const { page } = organizer;

  await page.goto("/rooms");
  await page.getByRole("link", { name: "Plan a visit" }).first().click();
  await page.getByLabel("Led by").selectOption({ label: doctor.name });
  await page.getByLabel("Name", { exact: true }).fill("Samuel Reyes");
  await page.getByLabel("E-mail").fill(patientAddress);
  await expect(page.getByRole("complementary")).toContainText(
    /Dr Mira Halloran and Samuel Reyes, .*Patients may come in from .* and wait to be let in/s,
  );
  await organizer.button("Plan the visit").click();
  await expect(page.getByRole("status")).toContainText("the invitations are on their way");
  await expect(organizer.headline("Visit with Dr Mira Halloran")).toBeVisible();

  const patient = await newGuest("patient", { phone: true });
  await patient.followsMail(await newestMailTo(patientAddress, /^Invitation/));
  await expect(patient.page).toHaveURL(/\/room\/[\w-]+$/);
  await expect(patient.page.getByText("You are here as Samuel Reyes")).toBeVisible();
  await patient.button("I'm here").click();
  await expect(patient.headline("Dr Mira Halloran lets you in")).toBeVisible();
  await expect(patient.answer).toContainText("Nobody sees or hears you yet.");
  await page.reload();
  await expect(page.getByText(/waits since/)).toBeVisible();

  const clinician = await newGuest("clinician");
  await clinician.followsMail(await newestMailTo(doctor.email, /^Invitation/));
  await expect(clinician.page.getByText("Samuel Reyes waits to be let in.")).toBeVisible();
  await clinician.enterButton.click();
  await clinician.button("Admit Samuel Reyes").click();

  await expect(patient.call).toBeVisible();
  await Promise.all([expectMovingVideo(clinician.page), expectMovingVideo(patient.page)]);
  await Promise.all([expectAudibleAudio(clinician.page), expectAudibleAudio(patient.page)]);
  await clinician.button(/^People/).click();
  await expectAccessible(clinician.page);
  await page.reload();
  await expect(page.getByText("in the call", { exact: true })).toHaveCount(2);

  await clinician.button("Leave").click();
  await clinician.dialog("Leave or end?").getByRole("button", { name: "End for everyone" }).click();
  await clinician
    .dialog("End for everyone?")
    .getByRole("button", { name: "End for everyone" })
    .click();
  const ends = [
    [patient, "The clinician ended this visit"],
    [clinician, "This visit has ended"],
  ] as const;
  for (const [guest, headline] of ends) {
    await expect(guest.headline(headline)).toBeVisible();
    await expect(guest.call).toBeHidden();
    await expect(guest.answer).toContainText("You can close this page");
  }
  await expectAccessible(patient.page);
});
