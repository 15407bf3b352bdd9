/**
 * One value that this tab keeps. It outlives a reload and ends with the tab. A browser that keeps
 * nothing forgets it.
 */
export class KeptInTab<Value> {
  constructor(private readonly name: string) {}

  read(): Value | null {
    try {
      // Nobody else writes there.
      return JSON.parse(sessionStorage.getItem(this.name) ?? "null") as Value | null;
    } catch {
      return null;
    }
  }

  keep(value: Value): void {
    try {
      sessionStorage.setItem(this.name, JSON.stringify(value));
    } catch {
      // Full, or not allowed.
    }
  }

  forget(): void {
    try {
      sessionStorage.removeItem(this.name);
    } catch {
      // Not allowed.
    }
  }
}
