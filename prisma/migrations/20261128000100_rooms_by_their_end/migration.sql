-- The list of what is past: a room that was ended for everyone is past from then on.
CREATE INDEX rooms_organization_id_end_id_idx
  ON rooms (organization_id, least(closes_at, ended_at), id);
