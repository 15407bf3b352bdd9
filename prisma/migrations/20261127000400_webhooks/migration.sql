-- CreateEnum
CREATE TYPE "WebhookOffReason" AS ENUM ('by-hand', 'gone', 'failing');

-- CreateEnum
CREATE TYPE "WebhookDeliveryState" AS ENUM ('pending', 'delivered', 'failed');

-- CreateTable
CREATE TABLE "webhook_endpoints" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "secret" BYTEA NOT NULL,
    "old_secret" BYTEA,
    "old_secret_until" TIMESTAMPTZ(6),
    "failing_since" TIMESTAMPTZ(6),
    "resting_until" TIMESTAMPTZ(6),
    "off_since" TIMESTAMPTZ(6),
    "off_reason" "WebhookOffReason",
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_messages" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "room_id" UUID,
    "position" INTEGER,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL,
    "payload" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "state" "WebhookDeliveryState" NOT NULL DEFAULT 'pending',
    "failed_tries" INTEGER NOT NULL DEFAULT 0,
    "round" INTEGER NOT NULL DEFAULT 1,
    "due_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempts" (
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "ms" INTEGER NOT NULL,

    CONSTRAINT "webhook_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_endpoints_organization_id_created_at_idx" ON "webhook_endpoints"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "webhook_messages_organization_id_idx" ON "webhook_messages"("organization_id");

-- CreateIndex
CREATE INDEX "webhook_messages_created_at_idx" ON "webhook_messages"("created_at");

-- CreateIndex
CREATE INDEX "webhook_deliveries_endpoint_id_created_at_id_idx" ON "webhook_deliveries"("endpoint_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_deliveries_message_id_endpoint_id_key" ON "webhook_deliveries"("message_id", "endpoint_id");

-- CreateIndex
CREATE INDEX "webhook_attempts_delivery_id_at_idx" ON "webhook_attempts"("delivery_id", "at");

-- AddForeignKey
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_messages" ADD CONSTRAINT "webhook_messages_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "webhook_messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoints"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_deliveries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which deliveries wait, for the sweep that finds those whose job is gone.
CREATE INDEX "webhook_deliveries_waiting_idx" ON "webhook_deliveries" ("due_at") WHERE "state" = 'pending';

ALTER TABLE "webhook_endpoints"
  ADD CONSTRAINT "webhook_endpoints_url_check" CHECK ("url" ~ '^https?://' AND length("url") <= 2000),
  ADD CONSTRAINT "webhook_endpoints_off_check" CHECK (("off_since" IS NULL) = ("off_reason" IS NULL)),
  ADD CONSTRAINT "webhook_endpoints_old_secret_check" CHECK (("old_secret" IS NULL) = ("old_secret_until" IS NULL));

ALTER TABLE "webhook_messages"
  ADD CONSTRAINT "webhook_messages_position_check" CHECK (("room_id" IS NULL) = ("position" IS NULL));

-- Whoever waits has a time to wait for, and nobody else.
ALTER TABLE "webhook_deliveries"
  ADD CONSTRAINT "webhook_deliveries_due_check" CHECK (("state" = 'pending') = ("due_at" IS NOT NULL)),
  ADD CONSTRAINT "webhook_deliveries_counts_check" CHECK ("failed_tries" >= 0 AND "round" >= 1);

ALTER TABLE "webhook_attempts"
  ADD CONSTRAINT "webhook_attempts_ms_check" CHECK ("ms" >= 0),
  -- Without an answer there is a reason; a status of 2xx needs none.
  ADD CONSTRAINT "webhook_attempts_error_check" CHECK ("status" IS NOT NULL OR "error" IS NOT NULL);

-- Attempts, delays and limits are kept equal to the job table when workers start.
SELECT rostrum_jobs.create_queue('deliver-webhook', '{"policy": "standard", "retryLimit": 13, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 30}');
SELECT rostrum_jobs.create_queue('tidy-webhooks', '{"policy": "standard", "retryLimit": 13, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 30}');
