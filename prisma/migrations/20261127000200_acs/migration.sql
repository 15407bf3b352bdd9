-- Every room has an id in the form of ACS: 17 digits that begin with 99. It is random, so that one
-- id says nothing of another.
CREATE FUNCTION "new_acs_room_id"() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  made text;
BEGIN
  LOOP
    made := '99' || lpad((abs(('x' || translate(gen_random_uuid()::text, '-', ''))::bit(64)::bigint % 1000000000000000))::text, 15, '0');
    -- Another room has it already: as good as never, but for ids that were brought along.
    EXIT WHEN NOT EXISTS (SELECT FROM "rooms" WHERE "acs_id" = made);
  END LOOP;
  RETURN made;
END $$;

-- CreateEnum
CREATE TYPE "AcsUserOrigin" AS ENUM ('identity', 'roster', 'import');

-- AlterTable
ALTER TABLE "rooms" ADD COLUMN     "acs_id" TEXT;
UPDATE "rooms" SET "acs_id" = "new_acs_room_id"();
ALTER TABLE "rooms" ALTER COLUMN "acs_id" SET DEFAULT "new_acs_room_id"();
ALTER TABLE "rooms" ALTER COLUMN "acs_id" SET NOT NULL;

-- CreateTable
CREATE TABLE "acs_resources" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "primary_key" BYTEA NOT NULL,
    "secondary_key" BYTEA NOT NULL,
    "allowed_origins" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "acs_resources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acs_users" (
    "organization_id" UUID NOT NULL,
    "raw_id" TEXT NOT NULL,
    "resource_id" UUID NOT NULL,
    "person_id" UUID,
    "origin" "AcsUserOrigin" NOT NULL,
    "tokens_valid_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "acs_users_pkey" PRIMARY KEY ("organization_id","raw_id")
);

-- CreateTable
CREATE TABLE "acs_rooms" (
    "room_id" UUID NOT NULL,
    "made_by_resource_id" UUID,
    "pstn_dial_out_enabled" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" TEXT,
    "valid_until" TEXT,

    CONSTRAINT "acs_rooms_pkey" PRIMARY KEY ("room_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rooms_acs_id_key" ON "rooms"("acs_id");

-- CreateIndex
CREATE INDEX "rooms_organization_id_created_at_id_idx" ON "rooms"("organization_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "acs_resources_organization_id_id_key" ON "acs_resources"("organization_id", "id");

-- CreateIndex
CREATE INDEX "acs_users_person_id_idx" ON "acs_users"("person_id");

-- CreateIndex
CREATE INDEX "acs_users_resource_id_idx" ON "acs_users"("resource_id");

-- AddForeignKey
ALTER TABLE "acs_resources" ADD CONSTRAINT "acs_resources_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acs_users" ADD CONSTRAINT "acs_users_organization_id_resource_id_fkey" FOREIGN KEY ("organization_id", "resource_id") REFERENCES "acs_resources"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acs_users" ADD CONSTRAINT "acs_users_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acs_rooms" ADD CONSTRAINT "acs_rooms_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acs_rooms" ADD CONSTRAINT "acs_rooms_made_by_resource_id_fkey" FOREIGN KEY ("made_by_resource_id") REFERENCES "acs_resources"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What a schema file cannot say: states that must not exist.

ALTER TABLE "rooms"
  ADD CONSTRAINT "rooms_acs_id_form" CHECK ("acs_id" ~ '^[0-9]{15,19}$');

ALTER TABLE "acs_resources"
  ADD CONSTRAINT "acs_resources_name_length" CHECK (char_length("name") BETWEEN 1 AND 120),
  -- Sealed: one byte of version, nonce and tag stand before the key itself.
  ADD CONSTRAINT "acs_resources_sealed_keys" CHECK (octet_length("primary_key") > 29 AND octet_length("secondary_key") > 29),
  ADD CONSTRAINT "acs_resources_different_keys" CHECK ("primary_key" <> "secondary_key"),
  ADD CONSTRAINT "acs_resources_whole_origins" CHECK (array_position("allowed_origins", NULL) IS NULL);

ALTER TABLE "acs_users"
  ADD CONSTRAINT "acs_users_raw_id_form" CHECK ("raw_id" ~ '^8:(acs|dod-acs|gcch-acs):[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}_[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'),
  -- Whoever came with a roster is somebody there.
  ADD CONSTRAINT "acs_users_roster_person" CHECK ("origin" <> 'roster' OR "person_id" IS NOT NULL);

ALTER TABLE "acs_rooms"
  ADD CONSTRAINT "acs_rooms_window_texts" CHECK (
    "valid_from" ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?$'
    AND "valid_until" ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?$'),
  ADD CONSTRAINT "acs_rooms_whole_window" CHECK (("valid_from" IS NULL) = ("valid_until" IS NULL));
