// `npm run verify-records [room id]`: checks that no line of a room's record was changed or taken
// out, in the database of DATABASE_URL. Ends with 1 when one was. Keep the printed hashes
// elsewhere: they prove later that nothing was cut off at the end.
import "./start/require-node.mjs";
import { checkRecords } from "./database/check-records.mjs";
import { connect } from "./database/connect.mjs";
import { describeError, Problem } from "./start/problem.mjs";

const [, , roomId] = process.argv;

try {
  const rooms = await readAndCheck();
  for (const { roomId: id, lines, lastHash, brokenAt } of rooms) {
    const verdict = brokenAt === null ? `whole, last hash ${lastHash}` : `BROKEN at ${brokenAt}`;
    console.log(`${id}  ${lines} lines  ${verdict}`);
  }
  const broken = rooms.filter(({ brokenAt }) => brokenAt !== null);
  console.log(`${rooms.length - broken.length} whole, ${broken.length} broken`);
  if (broken.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 2;
}

async function readAndCheck() {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Problem("Set DATABASE_URL to the database to check.");
  if (roomId && !/^[0-9a-f-]{36}$/.test(roomId)) throw new Problem(`${roomId} is no room's id.`);
  const client = await connect(url);
  try {
    return await checkRecords(client, roomId ?? null);
  } finally {
    await client.end();
  }
}
