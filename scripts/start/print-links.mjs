import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Prints where to look: each demo person's link, the dashboard and the mails. */
export function printLinks(say, { env, linksFile, acsFile, mailUrl }, dataDir) {
  const links = JSON.parse(readFileSync(linksFile, "utf8"));
  for (const room of new Set(links.map((link) => link.room))) {
    say(`\n${room}`);
    for (const { person, capacity, url, address } of links.filter((link) => link.room === room)) {
      say(`  ${person} (${capacity}${address ? `, ${address}` : ""})  ${url}`);
    }
  }
  say(
    "\nA member's link signs in once. After that, ask for another one with the address beside it",
  );
  say(
    `at ${env.PUBLIC_URL}/sign-in${mailUrl ? `; the mail arrives at ${mailUrl}` : ""}. Or start again.`,
  );
  say(`\nDashboard  ${env.PUBLIC_URL}/rooms`);
  if (mailUrl) say(`Mails      ${mailUrl}`);
  printConnection(say, acsFile);
  say(`Logs       ${path.join(dataDir, "logs")}`);
  say("\nRostrum is running. Ctrl-C stops it.");
}

/** What a program for ACS Rooms needs to use this installation instead. */
function printConnection(say, acsFile) {
  if (!existsSync(acsFile)) return;
  const { connectionString, authority } = JSON.parse(readFileSync(acsFile, "utf8"));
  say("\nPrograms for ACS Rooms");
  say(`  connection string  ${connectionString}`);
  say(`  in Node            NODE_EXTRA_CA_CERTS=${authority}\n`);
}
