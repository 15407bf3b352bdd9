ALTER TABLE "seats" DROP CONSTRAINT "seats_line_is_whole";
ALTER TABLE "seats" RENAME COLUMN "in_line_seen_at" TO "in_line_until";

-- Who was heard of is waited for 75 seconds more; who said that they go, no longer at all.
UPDATE "seats" SET "in_line_until" = coalesce("in_line_until" + interval '75 seconds', "in_line_since")
WHERE "in_line_since" IS NOT NULL;

-- Whoever is in line is waited for until some instant, and nobody is who was removed or can't come.
ALTER TABLE "seats"
  ADD CONSTRAINT "seats_line_is_whole" CHECK (
    ("in_line_since" IS NULL AND "in_line_until" IS NULL)
    OR ("in_line_since" IS NOT NULL AND "in_line_until" IS NOT NULL
      AND "removed_at" IS NULL AND "excused_at" IS NULL)
  );
