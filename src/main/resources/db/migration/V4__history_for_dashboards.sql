-- What dashboards may read: the figures of the journal as tables, and nothing of its senders. A role
-- that reads it needs nothing but the views of the schema history; see docs/dashboards.md.
--
-- The tables behind them are made from the journal, submission by submission and never by the senders'
-- transactions. Set history_progress back, to 0 even, or empty it: what they have of later submissions is
-- made again within moments, and nobody need restart anything.

-- The newest submission that the tables have; no row says 0.
CREATE TABLE history_progress (
  taken bigint NOT NULL,
  one   boolean PRIMARY KEY DEFAULT true CHECK (one)
);

-- Every figure that was ever accepted.
CREATE TABLE observation (
  submission  bigint NOT NULL,
  received_at timestamptz NOT NULL,
  agency      text COLLATE "C" NOT NULL,
  indicator   text COLLATE "C" NOT NULL,
  period      text COLLATE "C" NOT NULL,
  numerator   numeric,
  denominator numeric,
  value       numeric,
  change      text NOT NULL,
  -- whether no later submission says otherwise
  stands      boolean NOT NULL
);
CREATE INDEX observation_series ON observation (indicator, agency, period) WHERE stands;
CREATE INDEX observation_agency ON observation (agency, indicator, period) WHERE stands;
CREATE INDEX observation_arrival ON observation (received_at);
CREATE INDEX observation_submission ON observation (submission);

-- Every state that was ever stated of a plan's task.
CREATE TABLE task_statement (
  submission  bigint NOT NULL,
  received_at timestamptz NOT NULL,
  stated_by   text COLLATE "C" NOT NULL,
  plan        text COLLATE "C" NOT NULL,
  task        text COLLATE "C" NOT NULL,
  state       text NOT NULL
);
CREATE INDEX task_statement_arrival ON task_statement (received_at);
CREATE INDEX task_statement_submission ON task_statement (submission);

-- What codes are called; the service writes it from its catalogue. What left the catalogue stays.
CREATE TABLE agency_name (
  agency text COLLATE "C" PRIMARY KEY,
  level  text NOT NULL,
  name   text NOT NULL
);
CREATE TABLE indicator_name (
  indicator text COLLATE "C" PRIMARY KEY,
  regime    text NOT NULL,
  unit      text NOT NULL,
  name      text NOT NULL
);

-- Takes the next submissions into the tables, so many at the most, and returns the newest that they have.
-- While somebody else is at it, nothing is taken. Cheap when there is nothing to take.
CREATE FUNCTION take_into_history(most integer) RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  since  bigint;
  newest bigint;
BEGIN
  SELECT coalesce(max(taken), 0) INTO since FROM history_progress;
  IF NOT EXISTS (SELECT FROM submission WHERE number > since) THEN
    RETURN since;
  END IF;
  INSERT INTO history_progress VALUES (0) ON CONFLICT DO NOTHING;
  SELECT taken INTO since FROM history_progress FOR UPDATE SKIP LOCKED;
  IF since IS NULL THEN
    RETURN (SELECT coalesce(max(taken), 0) FROM history_progress);
  END IF;
  SELECT max(number) INTO newest FROM submission WHERE number > since AND number <= since + most;
  IF newest IS NULL THEN
    RETURN since;
  END IF;

  -- there are none, unless history_progress was set back
  DELETE FROM observation WHERE submission > since;
  DELETE FROM task_statement WHERE submission > since;

  WITH said AS MATERIALIZED (
    SELECT number, agency, content::jsonb AS content
      FROM submission WHERE number > since AND number <= newest
  ), figures AS (
    INSERT INTO observation
    SELECT number, (content ->> 'receivedAt')::timestamptz, agency,
           each ->> 'indicator', each ->> 'period',
           (each ->> 'numerator')::numeric, (each ->> 'denominator')::numeric, (each ->> 'value')::numeric,
           each ->> 'change', true
      FROM said, jsonb_array_elements(content -> 'observations') each
  )
  INSERT INTO task_statement
  SELECT number, (content ->> 'receivedAt')::timestamptz, agency,
         each ->> 'plan', each ->> 'number', each ->> 'state'
    FROM said, jsonb_array_elements(content -> 'tasks') each;

  UPDATE observation earlier SET stands = false
    FROM observation later
   WHERE later.submission > since
     AND later.submission <= newest
     AND earlier.submission < later.submission
     AND earlier.stands
     AND (earlier.indicator, earlier.agency, earlier.period) = (later.indicator, later.agency, later.period);

  UPDATE history_progress SET taken = newest;
  RETURN newest;
END
$$;

-- Where the service may make no schemas, it was made beforehand.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'history') THEN
    CREATE SCHEMA history;
  END IF;
END
$$;

-- The last day of a period: 2026-10, 2026-Q4, 2026-H2 or 2026. Administrative months end on the 14th
-- (Nghị định 09/2019/NĐ-CP, Điều 12), statistical ones as the calendar's do.
CREATE FUNCTION history.last_day(period text, regime text) RETURNS date LANGUAGE sql IMMUTABLE STRICT
RETURN (
  make_date(
    left(period, 4)::int,
    CASE
      WHEN length(period) = 4 THEN 12
      WHEN substr(period, 6, 1) = 'Q' THEN right(period, 1)::int * 3
      WHEN substr(period, 6, 1) = 'H' THEN right(period, 1)::int * 6
      ELSE right(period, 2)::int
    END,
    CASE regime WHEN 'administrative' THEN 15 ELSE 1 END)
  + CASE regime WHEN 'administrative' THEN interval '0' ELSE interval '1 month' END
  - interval '1 day')::date;

CREATE VIEW history.agency AS SELECT agency, level, name FROM agency_name;

CREATE VIEW history.indicator AS SELECT indicator, regime, unit, name FROM indicator_name;

-- Every figure that was ever accepted, corrected ones included. An indicator without a name has no days yet.
CREATE VIEW history.reported AS
SELECT submission, received_at, agency, indicator, period,
       history.last_day(period, regime) AS last_day,
       history.last_day(period, regime)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AS last_day_at,
       numerator, denominator, value, change
  FROM observation LEFT JOIN indicator_name USING (indicator);

-- The figures that stand: of each agency, indicator and period the one that arrived last.
CREATE VIEW history.figure AS
SELECT agency, indicator, period,
       history.last_day(period, regime) AS last_day,
       history.last_day(period, regime)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AS last_day_at,
       numerator, denominator, numerator / nullif(denominator, 0) AS ratio, value, submission, received_at
  FROM observation LEFT JOIN indicator_name USING (indicator)
 WHERE stands;

-- The province, period by period: the ratio of the sums, and of how many agencies.
CREATE VIEW history.province AS
SELECT indicator, period, last_day, last_day_at,
       sum(numerator) AS numerator,
       sum(denominator) AS denominator,
       sum(numerator) / nullif(sum(denominator), 0) AS ratio,
       count(*) AS agencies
  FROM history.figure
 WHERE denominator IS NOT NULL
 GROUP BY indicator, period, last_day, last_day_at;

-- Every state that was ever stated of a plan's task.
CREATE VIEW history.task AS SELECT submission, received_at, stated_by, plan, task, state FROM task_statement;

-- The role is there before the schema where docker-compose.yml made both; elsewhere it is the operator's.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'congkhai_reader') THEN
    GRANT USAGE ON SCHEMA history TO congkhai_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA history TO congkhai_reader;
  END IF;
END
$$;
