#!/usr/bin/env bash
# Run by the postgres image once, on an empty volume: the service's database and role, which is no
# superuser, and the role that Grafana reads with. The database gets its name at the very end, so that
# one whose set-up was cut off is nobody's. Passwords are on no command line, where others could read them.
set -euo pipefail

psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres <<'SQL'
\set password `cat /run/secrets/database_password`
CREATE ROLE congkhai LOGIN PASSWORD :'password';
CREATE DATABASE unfinished OWNER congkhai;
REVOKE ALL ON DATABASE postgres FROM PUBLIC;
REVOKE ALL ON DATABASE template1 FROM PUBLIC;
SQL

psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d unfinished -f - -f /congkhai/reader.sql <<'SQL'
\set password `cat /run/secrets/reader_password`
SQL

psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -c 'ALTER DATABASE unfinished RENAME TO congkhai'
