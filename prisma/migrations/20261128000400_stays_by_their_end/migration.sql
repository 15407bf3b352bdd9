-- Who left a moment ago is found without reading everybody who ever left: a room may be open for months.
DROP INDEX "presence_call_id_idx";
CREATE INDEX "presence_call_id_left_at_idx" ON "presence"("call_id", "left_at");
