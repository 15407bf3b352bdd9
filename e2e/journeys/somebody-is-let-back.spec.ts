import { expect, test } from "../fixtures";
import type { Guest } from "../pages/guest";
import { expectAccessible } from "../support/accessible";
import { expectMovingVideo } from "../support/media";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

const NAME = "Samuel Reyes";

async function removes(clinician: Guest): Promise<void> {
  await clinician.button(`Manage ${NAME}`).click();
  await clinician.button(`Remove ${NAME}`).click();
  await clinician
    .dialog(`Remove ${NAME}?`)
    .getByRole("button", { name: `Remove ${NAME}` })
    .click();
}

test("who asked to come back is taken in by a yes alone, with what they had turned off still off", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization(), { lobby: true });
  const [clinician, patient] = [await newGuest("clinician"), await newGuest(NAME)];
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await patient.opens(await makeSeat(room, "patient", NAME));
  await patient.enterButton.click();
  await clinician.button(`Admit ${NAME}`).click();
  await expect(patient.call).toBeVisible();
  await clinician.button(/^People/).click();

  await removes(clinician);
  await expect(patient.button("Ask to come back")).toBeVisible();
  await clinician.button(`Let ${NAME} back in`).click();
  await expect(patient.enterButton).toBeVisible();
  await expect(patient.call).toBeHidden();

  await patient.enterButton.click();
  await expect(patient.call).toBeVisible();
  await patient.button("Microphone").click();
  await expect(patient.button("Microphone")).toHaveAttribute("aria-pressed", "false");
  await removes(clinician);
  await clinician.button(/^People/).click();
  await patient.button("Ask to come back").click();
  await expect(patient.answer).toContainText("it takes you in by itself");
  await expect(patient.button("Not now")).toBeVisible();
  await expect(patient.page.getByRole("switch", { name: "Microphone" })).not.toBeChecked();
  await expect(patient.page.getByRole("switch", { name: "Camera" })).toBeChecked();
  await expectAccessible(patient.page);

  await clinician.button(`Let ${NAME} back in`).click();
  await expect(patient.call).toBeVisible();
  await expect(patient.button("Microphone")).toHaveAttribute("aria-pressed", "false");
  await expect(patient.button("Camera")).toHaveAttribute("aria-pressed", "true");
  await expectMovingVideo(clinician.page);
});
