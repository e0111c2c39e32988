-- What dashboards may read: the figures of the journal as tables, and nothing of its senders. A role
-- that reads it needs nothing but these views; see docs/operations.md.
CREATE SCHEMA history;

-- The last day of a period: 2026-10, 2026-Q4, 2026-H2 or 2026.
CREATE FUNCTION history.last_day(period text) RETURNS date LANGUAGE sql IMMUTABLE STRICT
RETURN (make_date(
    left(period, 4)::int,
    CASE
      WHEN length(period) = 4 THEN 12
      WHEN substr(period, 6, 1) = 'Q' THEN right(period, 1)::int * 3
      WHEN substr(period, 6, 1) = 'H' THEN right(period, 1)::int * 6
      ELSE right(period, 2)::int
    END,
    1) + interval '1 month' - interval '1 day')::date;

-- Every figure that was ever accepted, corrected ones included.
CREATE VIEW history.reported AS
SELECT submission.number AS submission,
       (said.content ->> 'receivedAt')::timestamptz AS received_at,
       submission.agency,
       observation ->> 'indicator' AS indicator,
       observation ->> 'period' AS period,
       history.last_day(observation ->> 'period') AS last_day,
       (observation ->> 'numerator')::numeric AS numerator,
       (observation ->> 'denominator')::numeric AS denominator,
       (observation ->> 'value')::numeric AS value,
       observation ->> 'change' AS change
  FROM submission
 CROSS JOIN LATERAL (SELECT submission.content::jsonb AS content) said
 CROSS JOIN LATERAL jsonb_array_elements(said.content -> 'observations') observation;

-- The figures that stand: of each agency, indicator and period the one that arrived last.
CREATE VIEW history.figure AS
SELECT DISTINCT ON (agency, indicator, period)
       agency, indicator, period, last_day, numerator, denominator,
       numerator / nullif(denominator, 0) AS ratio, value, submission, received_at
  FROM history.reported
 ORDER BY agency, indicator, period, submission DESC;

-- The province, period by period: the ratio of the sums, and of how many agencies.
CREATE VIEW history.province AS
SELECT indicator, period, last_day,
       sum(numerator) AS numerator,
       sum(denominator) AS denominator,
       sum(numerator) / nullif(sum(denominator), 0) AS ratio,
       count(*) AS agencies
  FROM history.figure
 WHERE denominator IS NOT NULL
 GROUP BY indicator, period, last_day;

-- Every state that was ever stated of a plan's task.
CREATE VIEW history.task AS
SELECT submission.number AS submission,
       (said.content ->> 'receivedAt')::timestamptz AS received_at,
       submission.agency AS stated_by,
       task ->> 'plan' AS plan,
       task ->> 'number' AS task,
       task ->> 'state' AS state
  FROM submission
 CROSS JOIN LATERAL (SELECT submission.content::jsonb AS content) said
 CROSS JOIN LATERAL jsonb_array_elements(said.content -> 'tasks') task;

-- What codes are called; the service writes it from its catalogue. What left the catalogue stays.
CREATE TABLE history.agency (
  agency text COLLATE "C" PRIMARY KEY,
  level  text NOT NULL,
  name   text NOT NULL
);

CREATE TABLE history.indicator (
  indicator text COLLATE "C" PRIMARY KEY,
  unit      text NOT NULL,
  name      text NOT NULL
);

-- The role is there before the schema where docker-compose made both; elsewhere it is the operator's.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'congkhai_reader') THEN
    GRANT USAGE ON SCHEMA history TO congkhai_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA history TO congkhai_reader;
  END IF;
END
$$;
