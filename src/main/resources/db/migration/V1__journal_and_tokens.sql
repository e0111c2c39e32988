-- The journal: every accepted submission, in the order of its acceptance, for good.
CREATE TABLE submission (
  -- 1, 2, 3, … without gaps. The key is also the lock between writers: two that append at once
  -- claim the same number, and only one of them can have it.
  number          bigint PRIMARY KEY,
  agency          text COLLATE "C" NOT NULL,
  -- canonical JSON, byte for byte what the hash was taken over
  content         text NOT NULL,
  -- sha256(hash of the submission before || content); 32 zero bytes stand before the first
  hash            bytea NOT NULL CHECK (octet_length(hash) = 32),
  idempotency_key text COLLATE "C",
  body_digest     bytea
);

CREATE UNIQUE INDEX submission_idempotency
  ON submission (agency, idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only: % of submission refused', TG_OP
    USING HINT = 'Correct a figure by sending it again; see docs/journal.md.';
END
$$;

CREATE TRIGGER submission_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON submission
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Tokens of agencies. The token itself is never stored.
CREATE TABLE token (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency     text COLLATE "C" NOT NULL,
  label      text NOT NULL,
  digest     bytea NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
  created_at timestamptz NOT NULL,
  expires_at timestamptz
);
