-- CreateTable
CREATE TABLE "seat_mail" (
    "seat_id" UUID NOT NULL,
    "told" JSONB,
    "sent_at" TIMESTAMPTZ(6),
    "maybe_told" JSONB,
    "refused_at" TIMESTAMPTZ(6),
    "claimed_by" UUID,
    "claimed_until" TIMESTAMPTZ(6),

    CONSTRAINT "seat_mail_pkey" PRIMARY KEY ("seat_id")
);

-- AddForeignKey
ALTER TABLE "seat_mail" ADD CONSTRAINT "seat_mail_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seats"("id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE "seat_mail"
  ADD CONSTRAINT "seat_mail_told_is_dated" CHECK (("told" IS NULL) = ("sent_at" IS NULL)),
  ADD CONSTRAINT "seat_mail_claim_is_whole" CHECK (("claimed_by" IS NULL) = ("claimed_until" IS NULL));
