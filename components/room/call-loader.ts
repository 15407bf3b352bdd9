/** Brings the code of the call, and makes it ready, each once; what failed is tried again next time. */
export class CallLoader<Module extends { warmUp(): Promise<void> }> {
  #loading: Promise<Module | null> | null = null;
  #isWarm = false;

  constructor(private readonly loadCall: () => Promise<Module>) {}

  /** Null when it could not be loaded. */
  load(): Promise<Module | null> {
    this.#loading ??= this.loadCall().catch(() => {
      this.#loading = null;
      return null;
    });
    return this.#loading;
  }

  /** For a press, or an admission, that may come. */
  async warm(): Promise<void> {
    if (this.#isWarm) return;
    this.#isWarm = true;
    try {
      const loaded = await this.load();
      if (loaded) return await loaded.warmUp();
    } catch {
      // The press itself tells what is wrong.
    }
    this.#isWarm = false;
  }
}
