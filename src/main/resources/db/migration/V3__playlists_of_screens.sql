-- What the administrator lets named screens show, beside the catalogue's screens.yaml.
CREATE TABLE screen (
  name        text COLLATE "C" PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  title_vi    text,
  title_en    text,
  -- addresses of the board's pages, in the order in which they are shown
  pages       text[] NOT NULL CHECK (cardinality(pages) BETWEEN 1 AND 12),
  -- how long each screenful stays
  seconds     integer NOT NULL CHECK (seconds BETWEEN 5 AND 120),
  -- as 22:00-05:00, Vietnam's time
  quiet_hours text,
  CHECK ((title_vi IS NULL) = (title_en IS NULL))
);

-- Every replica listens, as for tokens.
CREATE FUNCTION tell_screens_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('congkhai_screen', '');
  RETURN NULL;
END
$$;

CREATE TRIGGER screen_changed
  AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON screen
  FOR EACH STATEMENT EXECUTE FUNCTION tell_screens_changed();
