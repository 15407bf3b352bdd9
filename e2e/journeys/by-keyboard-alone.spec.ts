import { expect, test } from "../fixtures";
import { pressesByKey } from "../support/keyboard";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

test("by keyboard alone a patient comes in and leaves, and a clinician admits and removes", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization(), { lobby: true });
  const [clinician, patient] = [await newGuest("clinician"), await newGuest("patient")];
  await patient.opens(await makeSeat(room, "patient", "Samuel Reyes"));
  await expect(patient.page.getByRole("switch", { name: "Camera" })).toBeVisible();
  await patient.page.keyboard.press("Tab");
  await expect(patient.button("I'm here")).toBeFocused();
  await patient.page.keyboard.press("Enter");
  await expect(patient.headline("The clinician lets you in")).toBeFocused();
  await expect(patient.button("Stop waiting")).toBeVisible();

  await clinician.opens(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await pressesByKey(clinician.enterButton);
  await expect(clinician.call).toBeVisible();
  await pressesByKey(clinician.button("Admit Samuel Reyes"));
  await expect(patient.call).toBeVisible();
  await expect(clinician.answer).toBeFocused();

  const microphone = patient.button("Microphone");
  await pressesByKey(microphone);
  await expect(microphone).toHaveAttribute("aria-pressed", "false");
  await pressesByKey(patient.button("Leave"));
  await expect(patient.headline("You left the visit")).toBeFocused();
  await pressesByKey(patient.button("Join again"));
  await expect(patient.call).toBeVisible();

  await pressesByKey(clinician.button(/^People, 2/));
  await pressesByKey(clinician.button("Manage Samuel Reyes"));
  await pressesByKey(clinician.button("Remove Samuel Reyes"));
  const question = clinician.dialog("Remove Samuel Reyes?");
  await expect(question).toBeVisible();
  await clinician.page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await pressesByKey(clinician.button("Remove Samuel Reyes"));
  await pressesByKey(question.getByRole("button", { name: "Remove Samuel Reyes" }));
  await expect(patient.headline("You were taken out of this visit")).toBeFocused();
  await expect(clinician.headline("People")).toBeFocused();
  await pressesByKey(patient.button("Ask to come back"));
  await expect(patient.headline("You were taken out of this visit")).toBeFocused();
  await pressesByKey(clinician.button("Let Samuel Reyes back in"));
  await expect(clinician.headline("People")).toBeFocused();

  await pressesByKey(clinician.button("Leave"));
  await pressesByKey(clinician.dialog("Leave or end?").getByRole("button", { name: /^Leave/ }));
  await expect(clinician.headline("You left the visit")).toBeVisible();
});
