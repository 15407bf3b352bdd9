-- By which link the device came that a seat's call belongs to: one of that seat's own.
ALTER TABLE "seats" ADD COLUMN "link_id" UUID;

DROP INDEX "personal_links_seat_id_idx";
CREATE UNIQUE INDEX "personal_links_seat_id_id_key" ON "personal_links"("seat_id", "id");

ALTER TABLE "seats" ADD CONSTRAINT "seats_id_link_id_fkey" FOREIGN KEY ("id", "link_id") REFERENCES "personal_links"("seat_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
