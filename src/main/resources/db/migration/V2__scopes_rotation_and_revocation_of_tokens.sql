ALTER TABLE token
  ADD COLUMN scope        text COLLATE "C" NOT NULL DEFAULT 'agency'
    CHECK (scope IN ('agency', 'read-only', 'administrator')),
  -- the first characters, to recognise it by; empty for tokens from before there was one
  ADD COLUMN prefix       text NOT NULL DEFAULT '',
  -- the token it was rotated from; unique, so that each has one successor at the most
  ADD COLUMN replaces     bigint UNIQUE REFERENCES token,
  ADD COLUMN revoked_at   timestamptz,
  ADD COLUMN last_used_at timestamptz,
  ALTER COLUMN agency DROP NOT NULL,
  ADD CHECK ((agency IS NULL) = (scope = 'administrator'));

-- Every replica listens. It is told by the database itself, so that a change made by hand is in
-- force at once as well; when a token was last used is no change that anybody waits for.
CREATE FUNCTION tell_tokens_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('congkhai_token', '');
  RETURN NULL;
END
$$;

CREATE TRIGGER token_changed
  AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF agency, scope, digest, expires_at, revoked_at
  ON token
  FOR EACH STATEMENT EXECUTE FUNCTION tell_tokens_changed();
