-- CreateIndex
CREATE INDEX "presence_room_id_id_idx" ON "presence"("room_id", "id");
