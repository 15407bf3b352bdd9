import { isOwnMachine } from "./own-machine";

/**
 * Whether pages of `origin` are ours: those of the public address; on a machine of one's own, any
 * loopback name of this server too. `host` is the one the request names.
 */
export function isOwnOrigin(origin: string, host: string | null, publicUrl: string): boolean {
  const ours = new URL(publicUrl);
  if (origin === ours.origin) return true;
  if (!isOwnMachine(ours.hostname) || !URL.canParse(origin)) return false;
  const theirs = new URL(origin);
  return isOwnMachine(theirs.hostname) && theirs.protocol === ours.protocol && theirs.host === host;
}
