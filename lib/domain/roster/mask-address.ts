/** An address of which its owner recognizes the rest: "j…@example.org". Null for none. */
export function maskAddress(address: string | null): string | null {
  if (address === null) return null;
  const at = address.lastIndexOf("@");
  const [first = ""] = Array.from(address);
  return at > 0 ? `${first}…${address.slice(at)}` : null;
}
