type Running = { pid?: number | undefined; ended: Promise<unknown>; stop(): Promise<unknown> };

/** A process of the product that a test may kill and bring back. */
export class Part {
  private running: Running | undefined;

  constructor(private readonly begin: () => Promise<Running>) {}

  /** Starts it and waits until it serves. */
  async start(): Promise<void> {
    this.running = await this.begin();
  }

  /** Ends it at once, without a word to it. */
  async kill(): Promise<void> {
    const { pid, ended } = this.require();
    if (pid) process.kill(-pid, "SIGKILL");
    await ended;
    this.running = undefined;
  }

  /** Ends it as an operator would. */
  async stop(): Promise<void> {
    await this.require().stop();
    this.running = undefined;
  }

  private require(): Running {
    if (!this.running) throw new Error("This part does not run.");
    return this.running;
  }
}
