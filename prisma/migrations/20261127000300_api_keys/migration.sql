-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(6),
    "expires_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_secret_hash_key" ON "api_keys"("secret_hash");

-- CreateIndex
CREATE INDEX "api_keys_organization_id_created_at_idx" ON "api_keys"("organization_id", "created_at");

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What a schema file cannot say: states that must not exist.

ALTER TABLE "api_keys"
  ADD CONSTRAINT "api_keys_name_length" CHECK (char_length("name") BETWEEN 1 AND 60),
  ADD CONSTRAINT "api_keys_prefix" CHECK ("prefix" ~ '^rk_[0-9A-Za-z]{6}$'),
  ADD CONSTRAINT "api_keys_sha256" CHECK (octet_length("secret_hash") = 32),
  ADD CONSTRAINT "api_keys_scopes" CHECK (
    cardinality("scopes") > 0 AND "scopes" <@ ARRAY['rooms:read', 'rooms:write', 'links:write', 'record:read', 'people:read', 'people:write', 'webhooks:read', 'webhooks:write']
  ),
  ADD CONSTRAINT "api_keys_order" CHECK ("created_at" < "expires_at" AND "created_at" <= "revoked_at");
