CREATE EXTENSION IF NOT EXISTS "citext";
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "OrganizationKind" AS ENUM ('clinic', 'events');

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('owner', 'manager', 'host');

-- CreateEnum
CREATE TYPE "RoomKind" AS ENUM ('visit', 'webinar', 'meeting');

-- CreateEnum
CREATE TYPE "RoomAccess" AS ENUM ('invited', 'open');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('presenter', 'collaborator', 'attendee', 'consumer');

-- CreateEnum
CREATE TYPE "Capacity" AS ENUM ('clinician', 'patient', 'helper', 'interpreter', 'host', 'speaker', 'audience');

-- CreateEnum
CREATE TYPE "LinkOrigin" AS ENUM ('mail', 'copied', 'open', 'moved');

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "OrganizationKind" NOT NULL,
    "time_zone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" CITEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "time_zone" TEXT NOT NULL,
    "birth_year" INTEGER,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "staff_role" "StaffRole" NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rooms" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "RoomKind" NOT NULL,
    "access" "RoomAccess" NOT NULL,
    "opens_at" TIMESTAMPTZ(6) NOT NULL,
    "closes_at" TIMESTAMPTZ(6) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "lobby" BOOLEAN NOT NULL,
    "presenter_lead_minutes" INTEGER NOT NULL,
    "collaborator_lead_minutes" INTEGER NOT NULL,
    "attendee_lead_minutes" INTEGER NOT NULL,
    "consumer_lead_minutes" INTEGER NOT NULL,
    "seat_limit" INTEGER,
    "cancelled_at" TIMESTAMPTZ(6),
    "cancel_reason" TEXT,
    "moved_to_id" UUID,
    "ended_at" TIMESTAMPTZ(6),
    "live_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,
    "calendar_uid" TEXT NOT NULL,
    "calendar_sequence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rooms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seats" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "capacity" "Capacity" NOT NULL,
    "removed_at" TIMESTAMPTZ(6),
    "removed_by_role" "Role",
    "removed_reason" TEXT,
    "removed_from_call" BOOLEAN NOT NULL DEFAULT false,
    "asked_to_return_at" TIMESTAMPTZ(6),
    "waiting_since" TIMESTAMPTZ(6),
    "admitted_at" TIMESTAMPTZ(6),
    "missing_requirements" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "withheld_sources" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "device_id" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "seats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personal_links" (
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "origin" "LinkOrigin" NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "first_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "personal_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calls" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),
    "swept_at" TIMESTAMPTZ(6),
    "due_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presence" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "device_id" TEXT NOT NULL,
    "participant_sid" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(6) NOT NULL,
    "left_at" TIMESTAMPTZ(6),

    CONSTRAINT "presence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_record" (
    "id" BIGSERIAL NOT NULL,
    "room_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "room_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "email" CITEXT,
    "email_verified" TIMESTAMPTZ(6),
    "image" TEXT,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "session_token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_tokens" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(6) NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations"("slug");

-- CreateIndex
CREATE INDEX "people_name_idx" ON "people" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "people_organization_id_email_key" ON "people"("organization_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "people_organization_id_id_key" ON "people"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "members_organization_id_person_id_key" ON "members"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "rooms_title_idx" ON "rooms" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "rooms_organization_id_opens_at_id_idx" ON "rooms"("organization_id", "opens_at", "id");

-- CreateIndex
CREATE INDEX "rooms_organization_id_closes_at_id_idx" ON "rooms"("organization_id", "closes_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "rooms_organization_id_id_key" ON "rooms"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "rooms_organization_id_moved_to_id_key" ON "rooms"("organization_id", "moved_to_id");

-- CreateIndex
CREATE INDEX "seats_person_id_idx" ON "seats"("person_id");

-- CreateIndex
CREATE INDEX "seats_organization_id_person_id_idx" ON "seats"("organization_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "seats_room_id_person_id_key" ON "seats"("room_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "seats_room_id_id_key" ON "seats"("room_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "personal_links_token_hash_key" ON "personal_links"("token_hash");

-- CreateIndex
CREATE INDEX "personal_links_seat_id_idx" ON "personal_links"("seat_id");

-- CreateIndex
CREATE UNIQUE INDEX "calls_name_key" ON "calls"("name");

-- CreateIndex
CREATE UNIQUE INDEX "calls_room_id_id_key" ON "calls"("room_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "presence_participant_sid_key" ON "presence"("participant_sid");

-- CreateIndex
CREATE INDEX "presence_call_id_idx" ON "presence"("call_id");

-- CreateIndex
CREATE INDEX "presence_seat_id_idx" ON "presence"("seat_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_record_room_id_position_key" ON "room_record"("room_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_provider_account_id_key" ON "accounts"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_session_token_key" ON "sessions"("session_token");

-- CreateIndex
CREATE UNIQUE INDEX "verification_tokens_token_key" ON "verification_tokens"("token");

-- CreateIndex
CREATE UNIQUE INDEX "verification_tokens_identifier_token_key" ON "verification_tokens"("identifier", "token");

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_organization_id_moved_to_id_fkey" FOREIGN KEY ("organization_id", "moved_to_id") REFERENCES "rooms"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "seats" ADD CONSTRAINT "seats_organization_id_room_id_fkey" FOREIGN KEY ("organization_id", "room_id") REFERENCES "rooms"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seats" ADD CONSTRAINT "seats_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_links" ADD CONSTRAINT "personal_links_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_room_id_call_id_fkey" FOREIGN KEY ("room_id", "call_id") REFERENCES "calls"("room_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_room_id_seat_id_fkey" FOREIGN KEY ("room_id", "seat_id") REFERENCES "seats"("room_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_record" ADD CONSTRAINT "room_record_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What a schema file cannot say: states that must not exist.

ALTER TABLE "rooms"
  ADD CONSTRAINT "rooms_window_order" CHECK ("opens_at" < "closes_at"),
  ADD CONSTRAINT "rooms_window_length" CHECK ("closes_at" - "opens_at" <= interval '180 days'),
  ADD CONSTRAINT "rooms_window_year" CHECK ("closes_at" < '2100-01-01Z'),
  ADD CONSTRAINT "rooms_title_length" CHECK (char_length("title") BETWEEN 1 AND 200),
  ADD CONSTRAINT "rooms_leads" CHECK (
    "presenter_lead_minutes" BETWEEN 0 AND 120
    AND "collaborator_lead_minutes" BETWEEN 0 AND 120
    AND "attendee_lead_minutes" BETWEEN 0 AND 120
    AND "consumer_lead_minutes" BETWEEN 0 AND 120
  ),
  ADD CONSTRAINT "rooms_seat_limit" CHECK ("seat_limit" > 0),
  ADD CONSTRAINT "rooms_cancel_reason" CHECK ("cancel_reason" IS NULL OR "cancelled_at" IS NOT NULL),
  ADD CONSTRAINT "rooms_moved_elsewhere" CHECK ("moved_to_id" <> "id"),
  ADD CONSTRAINT "rooms_moved_or_cancelled" CHECK ("moved_to_id" IS NULL OR "cancelled_at" IS NULL),
  ADD CONSTRAINT "rooms_live_webinar" CHECK ("live_at" IS NULL OR "kind" = 'webinar'),
  ADD CONSTRAINT "rooms_rising" CHECK ("version" >= 1 AND "calendar_sequence" >= 0);

ALTER TABLE "people"
  ADD CONSTRAINT "people_name_length" CHECK (char_length("name") BETWEEN 1 AND 120),
  ADD CONSTRAINT "people_email_length" CHECK (char_length("email"::text) BETWEEN 3 AND 254),
  ADD CONSTRAINT "people_birth_year" CHECK ("birth_year" BETWEEN 1900 AND 2100);

ALTER TABLE "seats"
  ADD CONSTRAINT "seats_removal_is_whole" CHECK (
    "removed_at" IS NOT NULL
    OR ("removed_by_role" IS NULL AND "removed_reason" IS NULL AND NOT "removed_from_call" AND "asked_to_return_at" IS NULL)
  ),
  ADD CONSTRAINT "seats_withheld_sources" CHECK ("withheld_sources" <@ ARRAY['microphone', 'camera', 'screen']);

ALTER TABLE "personal_links"
  ADD CONSTRAINT "personal_links_sha256" CHECK (octet_length("token_hash") = 32);

ALTER TABLE "calls"
  ADD CONSTRAINT "calls_order" CHECK ("started_at" <= "ended_at"),
  ADD CONSTRAINT "calls_swept_after_end" CHECK ("swept_at" IS NULL OR "ended_at" IS NOT NULL);

-- One open call a room, and the conductor's queue.
CREATE UNIQUE INDEX "calls_one_open_per_room" ON "calls" ("room_id") WHERE "ended_at" IS NULL;
CREATE INDEX "calls_unswept_due" ON "calls" ("due_at") WHERE "swept_at" IS NULL;

ALTER TABLE "presence"
  ADD CONSTRAINT "presence_order" CHECK ("joined_at" <= "left_at");

CREATE INDEX "presence_inside" ON "presence" ("call_id") WHERE "left_at" IS NULL;

-- The room record: each line gets its position and its hash here, one writer per room at a time.
CREATE FUNCTION "chain_record_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last RECORD;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW."room_id"::text, 0));
  SELECT "position", "hash" INTO last FROM "room_record"
    WHERE "room_id" = NEW."room_id" ORDER BY "position" DESC LIMIT 1;
  NEW."position" := coalesce(last."position", 0) + 1;
  NEW."hash" := sha256(
    coalesce(last."hash", ''::bytea) || convert_to(
      concat_ws('|', NEW."room_id", NEW."position", to_char(NEW."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        NEW."actor", NEW."kind", NEW."facts"::text), 'UTF8'));
  RETURN NEW;
END $$;

CREATE TRIGGER "room_record_chain" BEFORE INSERT ON "room_record"
  FOR EACH ROW EXECUTE FUNCTION "chain_record_entry"();

-- Append-only: lines go only together with their whole room.
CREATE FUNCTION "keep_record_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "rooms" WHERE "id" = OLD."room_id") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the room record is append-only';
END $$;

CREATE TRIGGER "room_record_keep" BEFORE UPDATE OR DELETE ON "room_record"
  FOR EACH ROW EXECUTE FUNCTION "keep_record_entry"();
