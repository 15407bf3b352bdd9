import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** Every socket that the page opened, oldest first. */
    sockets: WebSocket[];
    isLineCut: boolean;
  }
}

/** The line between one page and the product, which can be cut and mended. Media goes its own way. */
export class Line {
  private constructor(private readonly page: Page) {}

  /** Has to be called before the page is opened. */
  static async of(page: Page): Promise<Line> {
    await page.addInitScript(keepSockets);
    return new Line(page);
  }

  /** Open sockets break off, and neither a socket nor a request comes through any more. */
  async cut(): Promise<void> {
    await this.page.context().setOffline(true);
    await this.page.evaluate(() => {
      window.isLineCut = true;
      for (const socket of window.sockets) socket.close();
    });
  }

  async mend(): Promise<void> {
    await this.page.evaluate(() => {
      window.isLineCut = false;
    });
    await this.page.context().setOffline(false);
  }
}

/** Browsers let sockets through when they are set offline, so the page has to. Runs in the page. */
function keepSockets(): void {
  window.sockets = [];
  window.isLineCut = false;
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      if (window.isLineCut) this.close();
      else window.sockets.push(this);
    }
  };
}
