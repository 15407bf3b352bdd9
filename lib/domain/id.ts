const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether `text` has the form of our ids. What has not is never looked up: it cannot exist. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
