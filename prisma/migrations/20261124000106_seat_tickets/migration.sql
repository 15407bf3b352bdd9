-- AlterTable
ALTER TABLE "seats" ADD COLUMN "ticketed_at" TIMESTAMPTZ(6);
ALTER TABLE "seats" ADD COLUMN "other_device_at" TIMESTAMPTZ(6);

-- CreateIndex
CREATE INDEX "seats_room_id_role_idx" ON "seats"("room_id", "role");
