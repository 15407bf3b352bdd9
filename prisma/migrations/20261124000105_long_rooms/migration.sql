-- Few rooms last longer than a day. With them at hand, the list of what is open or coming begins
-- at the right place instead of reading every room of the last 180 days.
CREATE INDEX "rooms_longer_than_a_day" ON "rooms" ("organization_id", "opens_at")
  WHERE "closes_at" - "opens_at" > interval '1 day';
