-- AlterTable
ALTER TABLE "seats" ADD COLUMN "excused_at" TIMESTAMPTZ(6);
ALTER TABLE "seats" ADD COLUMN "excuse_reason" TEXT;

-- Who can't come is on the roster and does not wait at the door.
ALTER TABLE "seats"
  ADD CONSTRAINT "seats_excuse_is_whole" CHECK (
    ("excused_at" IS NULL AND "excuse_reason" IS NULL)
    OR ("excused_at" IS NOT NULL AND "removed_at" IS NULL AND "waiting_since" IS NULL)
  ),
  ADD CONSTRAINT "seats_excuse_reason_length" CHECK (char_length("excuse_reason") BETWEEN 1 AND 300);

-- The mail about it.
SELECT rostrum_jobs.create_queue('send-excuse', '{"policy": "standard", "retryLimit": 13, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 30}');
