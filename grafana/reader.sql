-- The role that Grafana reads the history with: may connect to this database, look at the views of the
-- schema history, and nothing else. For a superuser, as often as you like, also to change the password:
--
--   psql -d congkhai -v password="$(cat secrets/reader_password)" -f grafana/reader.sql
--
-- The service grants the views when it makes them, if the role is there already. Made later, the role
-- gets them here.
\set ON_ERROR_STOP on
\if :{?password}
\else
  \warn 'reader.sql: thiếu mật khẩu / the password is missing: -v password=…'
  SELECT 'no password' / 0;
\endif
SELECT current_database() AS database \gset

SELECT 'CREATE ROLE congkhai_reader'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'congkhai_reader') \gexec

ALTER ROLE congkhai_reader
  LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION NOBYPASSRLS
  CONNECTION LIMIT 10
  PASSWORD :'password';
ALTER ROLE congkhai_reader SET default_transaction_read_only = on;
ALTER ROLE congkhai_reader SET statement_timeout = '10s';
ALTER ROLE congkhai_reader SET lock_timeout = '2s';
ALTER ROLE congkhai_reader SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE congkhai_reader SET search_path = history;
-- the limits above it could lift for itself; this one only a superuser can
ALTER ROLE congkhai_reader SET temp_file_limit = '1GB';

-- whoever has any role at all could connect and make temporary tables otherwise
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
-- large objects are the one thing that needs no right to be made
REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO congkhai_reader;
-- a lock of the reader's own could keep the service from starting: its migrations wait for one. Whoever
-- owns what is here or may make schemas, the service above all, keeps what everybody had
DO $$
DECLARE
  locks   text;
  service regrole;
BEGIN
  SELECT string_agg(oid::regprocedure::text, ', ') INTO locks
    FROM pg_proc
   WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^pg_(try_)?advisory_';
  EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', locks);
  FOR service IN
    SELECT datdba FROM pg_database WHERE datname = current_database()
    UNION SELECT nspowner FROM pg_namespace WHERE nspname = 'congkhai'
    UNION SELECT grantee
            FROM pg_database, aclexplode(datacl)
           WHERE datname = current_database() AND privilege_type = 'CREATE' AND grantee <> 0
  LOOP
    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %s', current_database(), service);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s', locks, service);
  END LOOP;
END
$$;

SELECT 'GRANT USAGE ON SCHEMA history TO congkhai_reader'
WHERE EXISTS (SELECT FROM pg_namespace WHERE nspname = 'history') \gexec
SELECT 'GRANT SELECT ON ALL TABLES IN SCHEMA history TO congkhai_reader'
WHERE EXISTS (SELECT FROM pg_namespace WHERE nspname = 'history') \gexec
