type Listener = (change: never) => void;

/** What happened with a name, to whoever listens. A listener that throws keeps no other from hearing. */
export class Emitter<Events extends { [Name in keyof Events]: Listener }> {
  readonly #listeners: { [Name in keyof Events]?: Set<Events[Name]> } = {};

  on<Name extends keyof Events>(event: Name, listener: Events[Name]): void {
    const listeners = this.#listeners[event] ?? new Set<Events[Name]>();
    this.#listeners[event] = listeners.add(listener);
  }

  off<Name extends keyof Events>(event: Name, listener: Events[Name]): void {
    this.#listeners[event]?.delete(listener);
  }

  protected emit<Name extends keyof Events>(
    event: Name,
    ...change: Parameters<Events[Name]>
  ): void {
    for (const listener of [...(this.#listeners[event] ?? [])]) {
      try {
        Reflect.apply(listener, undefined, change);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
