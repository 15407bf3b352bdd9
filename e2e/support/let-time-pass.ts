import { sql } from "./database";
import type { Seat } from "./world";

/** Moves what was heard of a seat that far into the past, as that much waiting would. */
export async function letTimePass(seconds: number, { id }: Seat): Promise<void> {
  const values = [seconds, id];
  await sql(
    `UPDATE seats SET ticketed_at = ticketed_at - make_interval(secs => $1),
       in_line_since = in_line_since - make_interval(secs => $1),
       in_line_until = in_line_until - make_interval(secs => $1) WHERE id = $2`,
    values,
  );
  await sql(
    `UPDATE presence SET joined_at = joined_at - make_interval(secs => $1),
       left_at = left_at - make_interval(secs => $1) WHERE seat_id = $2`,
    values,
  );
}
