import { expect, type Locator, type Page } from "@playwright/test";
import { htmlOf, type Mail } from "../support/mailbox";
import type { Seat } from "../support/world";

/** One person with a browser of their own, on the room page and in the call. */
export class Guest {
  /** Breaches of the content security policy and uncaught errors, as they happened. */
  readonly violations: string[] = [];

  constructor(
    readonly name: string,
    readonly page: Page,
  ) {
    page.on("pageerror", (error) => this.violations.push(`${name}: ${error.message}`));
    page.on("console", (message) => {
      if (/Content Security Policy|requires 'Trusted/.test(message.text())) {
        this.violations.push(`${name}: ${message.text()}`);
      }
    });
  }

  /** Opens a personal link, as from a mail. */
  async opens(seat: Pick<Seat, "link">): Promise<void> {
    await this.page.goto(seat.link);
  }

  /** Opens the mail's HTML part and follows its button. */
  async followsMail(mail: Mail): Promise<void> {
    await this.page.goto(htmlOf(mail));
    await this.page.getByRole("link", { name: /^Go to/ }).click();
  }

  /** The one filled button that leads in: "I'm here", "Join" or "Enter". */
  get enterButton(): Locator {
    return this.page.getByRole("button", { name: /^(I'm here|Join|Enter)/ });
  }

  get call(): Locator {
    return this.page.getByRole("region", { name: /^Call/ });
  }

  /** What the call says about a connection that does not stand; gone once it does. */
  get linkBanner(): Locator {
    return this.page.getByText(/(Connecting|just go on|Bringing it back|Coming back in)…/);
  }

  /** Opens the link, presses the button and waits until the call is connected. */
  async joins(seat: Pick<Seat, "link">): Promise<void> {
    await this.opens(seat);
    await this.enterButton.click();
    await expect(this.call).toBeVisible();
    await expect(this.linkBanner).toHaveCount(0);
  }

  /** What the page says is so: its headline. */
  headline(text: string | RegExp): Locator {
    return this.page.getByRole("heading", { name: text });
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole("dialog", { name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  /** What the page says about entering: its headline and explanation. */
  get answer(): Locator {
    return this.page.getByRole("main");
  }
}
