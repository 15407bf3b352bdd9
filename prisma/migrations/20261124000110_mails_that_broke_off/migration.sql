-- Several mails in a row may have broken off; each may have arrived.
UPDATE "seat_mail"
  SET "maybe_told" = CASE WHEN "maybe_told" IS NULL THEN '[]' ELSE jsonb_build_array("maybe_told") END;

-- AlterTable
ALTER TABLE "seat_mail" ALTER COLUMN "maybe_told" SET NOT NULL,
ALTER COLUMN "maybe_told" SET DEFAULT '[]';
