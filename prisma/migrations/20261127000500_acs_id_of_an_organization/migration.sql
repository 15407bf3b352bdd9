-- An id that was brought along is its organization's alone: another one may have the same, so nobody
-- can take it from them or learn from a refusal that they have it. The id stands first, so that
-- "new_acs_room_id" finds it by the same index.

-- DropIndex
DROP INDEX "rooms_acs_id_key";

-- CreateIndex
CREATE UNIQUE INDEX "rooms_acs_id_organization_id_key" ON "rooms"("acs_id", "organization_id");
