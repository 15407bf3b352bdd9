import { expect, type Locator, type Page } from "@playwright/test";
import type { ProgramUser } from "../support/program";

/** The sample page of the calling library, as one user has it open. */
export class SamplePage {
  constructor(readonly page: Page) {}

  /** Pastes what a program would have given and presses Join. */
  async joins(roomId: string, { token, name }: Pick<ProgramUser, "token" | "name">): Promise<void> {
    await this.page.goto("/samples/calling.html");
    await this.page.getByLabel("User token").fill(token);
    await this.page.getByLabel("Room id").fill(roomId);
    await this.page.getByLabel("Name").fill(name);
    await this.button("Join").click();
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** What this user can do, as far as it is shown. */
  get actions(): Locator {
    return this.page.locator("#actions");
  }

  async expectState(state: string): Promise<void> {
    await expect(this.page.locator("#state")).toHaveText(state);
  }

  async expectEnd(end: string | RegExp): Promise<void> {
    await this.expectState("Disconnected");
    await expect(this.page.locator("#end")).toHaveText(end);
  }

  get role(): Locator {
    return this.page.locator("#role");
  }

  get capabilities(): Locator {
    return this.page.locator("#capabilities");
  }

  get people(): Locator {
    return this.page.getByRole("list", { name: "Participants" });
  }

  /** A picture of somebody else, as it is drawn: of their camera or of their screen. */
  pictureOf(name: string, type: "Video" | "ScreenSharing"): Locator {
    const tile = this.people.getByRole("listitem").filter({ hasText: name });
    return tile.getByRole("group", { name: type, exact: true }).locator("video");
  }

  get events(): Locator {
    return this.page.getByRole("list", { name: "Events" });
  }

  get problem(): Locator {
    return this.page.getByRole("alert");
  }
}
