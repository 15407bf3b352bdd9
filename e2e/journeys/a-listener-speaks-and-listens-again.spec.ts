import { expect, test } from "../fixtures";
import { makeLiveWebinar, makeSeat } from "../support/world";

test("a listener who may speak is on the stage, and off it when they only listen again, without alarm", async ({
  newGuest,
}) => {
  const room = await makeLiveWebinar();
  const [host, listener] = [await newGuest("host"), await newGuest("listener", { phone: true })];
  await host.joins(await makeSeat(room, "host", "Nadia Haddad"));
  await listener.joins(await makeSeat(room, "audience", "Ana Lindqvist"));
  const stage = host.page.getByRole("list", { name: "People in the call" });
  await host.button(/^People/).click();
  const row = host.page.getByRole("listitem").filter({ hasText: "Ana Lindqvist" }).last();
  await expect(row).toContainText("listens");
  await expect(stage).not.toContainText("Ana Lindqvist");

  await host.button("Manage Ana Lindqvist").click();
  const role = host.page.getByLabel("May do", { exact: true });
  await role.selectOption({ label: "Speak" });
  await expect(listener.button("Camera")).toBeHidden();
  await host.button("Change what Ana Lindqvist may do").click();
  await expect(stage).toContainText("Ana Lindqvist");
  await expect(role).toBeFocused();
  await listener.button("Camera").click();
  await expect(listener.button("Camera")).toHaveAttribute("aria-pressed", "true");

  await role.selectOption({ label: "Watch and listen" });
  await host.button("Change what Ana Lindqvist may do").click();
  await expect(stage).not.toContainText("Ana Lindqvist");
  await expect(row).toContainText("listens");
  await expect(host.page.getByText(/could do more than they may/)).toHaveCount(0);
});
