-- AlterTable
ALTER TABLE "seats" ADD COLUMN "in_line_since" TIMESTAMPTZ(6);
ALTER TABLE "seats" ADD COLUMN "in_line_seen_at" TIMESTAMPTZ(6);

-- CreateIndex
CREATE INDEX "seats_room_id_in_line_since_idx" ON "seats"("room_id", "in_line_since");

-- Only whoever waits is seen waiting, and nobody who was removed or can't come.
ALTER TABLE "seats"
  ADD CONSTRAINT "seats_line_is_whole" CHECK (
    ("in_line_since" IS NULL AND "in_line_seen_at" IS NULL)
    OR ("in_line_since" IS NOT NULL AND "removed_at" IS NULL AND "excused_at" IS NULL)
  );
