-- CreateTable
CREATE TABLE "replays" (
    "owner" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER NOT NULL,
    "headers" JSONB NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "replays_pkey" PRIMARY KEY ("owner","key")
);

-- CreateIndex
CREATE INDEX "replays_expires_at_idx" ON "replays"("expires_at");


-- What a schema file cannot say: states that must not exist.

ALTER TABLE "replays"
  ADD CONSTRAINT "replays_key_length" CHECK (char_length("key") BETWEEN 1 AND 255),
  ADD CONSTRAINT "replays_sha256" CHECK (octet_length("request_hash") = 32),
  ADD CONSTRAINT "replays_status" CHECK ("status" BETWEEN 200 AND 499),
  ADD CONSTRAINT "replays_headers" CHECK (jsonb_typeof("headers") = 'object'),
  ADD CONSTRAINT "replays_order" CHECK ("created_at" < "expires_at");
