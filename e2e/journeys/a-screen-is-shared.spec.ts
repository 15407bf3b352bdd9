import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/accessible";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

test("until a picture comes the page says whose it will be, and who shares reads what", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const clinician = await newGuest("clinician", { devices: "pictureless" });
  const interpreter = await newGuest("interpreter", { phone: true });
  await interpreter.joins(await makeSeat(room, "interpreter", "Tomas Lindqvist"));
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  const seen = interpreter.page.getByRole("list", { name: "People in the call" });
  const initials = seen.getByText("MH", { exact: true });
  const coming = interpreter.page.getByText("Dr Mira Halloran's screen is coming up");

  await expect(initials).toBeVisible();
  await clinician.button("Share screen").click();
  await expect(clinician.page.getByText("You are sharing your screen")).toBeVisible();
  await expect(coming).toBeVisible();
  await expectAccessible(interpreter.page);

  await interpreter.button("Share screen").click();
  const own = interpreter.page.getByRole("region", { name: "What you share" });
  await expect(own).toContainText(/You are sharing (your whole screen|a window|a browser tab)/);
  await own.getByRole("button", { name: "Stop sharing" }).click();
  await expect(own).toBeHidden();

  await clinician.page.evaluate(() => window.letPicturesCome());
  await expect(coming).toBeHidden();
  await expect(initials).toBeHidden();
  await expect(interpreter.page.getByText("Screen of Dr Mira Halloran")).toBeVisible();
  const stage = clinician.page.getByRole("figure");
  await stage.getByRole("button", { name: "Stop sharing" }).click();
  await expect(interpreter.page.getByText("Screen of Dr Mira Halloran")).toBeHidden();
});

test("of two who share at once each screen can be seen", async ({ newGuest }) => {
  // Three pages in a call, two of which send their screens as well.
  test.slow();
  const room = await makeRoom(await makeOrganization());
  const [clinician, interpreter] = [await newGuest("clinician"), await newGuest("interpreter")];
  const patient = await newGuest("patient", { phone: true });
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await interpreter.joins(await makeSeat(room, "interpreter", "Tomas Lindqvist"));
  await patient.joins(await makeSeat(room, "patient", "Samuel Reyes"));
  const { page } = patient;

  await clinician.button("Share screen").click();
  await expect(page.getByText("Screen of Dr Mira Halloran", { exact: true })).toBeVisible();
  await interpreter.button("Share screen").click();
  await patient.button("See the screen of Tomas Lindqvist").click();
  await expect(page.getByText("Screen of Tomas Lindqvist", { exact: true })).toBeVisible();
  await expectAccessible(page);

  await interpreter.page
    .getByRole("region", { name: "What you share" })
    .getByRole("button", { name: "Stop sharing" })
    .click();
  await expect(page.getByText("Screen of Dr Mira Halloran", { exact: true })).toBeVisible();
  await expect(patient.button(/^See the screen of/)).toBeHidden();
});
