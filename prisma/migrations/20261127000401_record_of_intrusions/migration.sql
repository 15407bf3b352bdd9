-- Those who lead are told of these lines while the call runs; a long record is not searched for them.
CREATE INDEX "room_record_intrusions" ON "room_record" ("room_id", "position")
  WHERE "kind" IN ('intruder-removed', 'rights-corrected');
