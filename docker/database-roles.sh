#!/bin/sh
# Makes Slipway's database and its two roles: the owner, who may define tables, and the application, who may not.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner="$SLIPWAY_OWNER_PASSWORD" --set application="$SLIPWAY_APPLICATION_PASSWORD" <<'SQL'
create role slipway_owner login password :'owner';
create role slipway_application login password :'application';
create database slipway owner slipway_owner;
\connect slipway
-- What PostgreSQL lets every role do and Slipway does not need; a test holds these lines to those of its own database.
revoke all on database slipway from public;
revoke all on database slipway from slipway_application;
grant connect on database slipway to slipway_application;
revoke all on schema public from public;
do $$ declare f regprocedure; begin for f in select oid from pg_proc where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(lo_.*|loread|lowrite|.*_to_xml.*|ts_stat|ts_rewrite|pg_sleep.*|pg_(try_)?advisory_.*|pg_notify|pg_cancel_backend|pg_terminate_backend|pg_export_snapshot|pg_logical_emit_message)$' loop execute format('revoke execute on function %s from public', f); end loop; end $$;
do $$ declare f regprocedure; begin for f in select oid from pg_proc where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^pg_(try_)?advisory_' loop execute format('grant execute on function %s to slipway_owner', f); end loop; end $$;
revoke usage on language plpgsql, sql from public;
grant usage on language plpgsql, sql to slipway_owner;
alter default privileges for role slipway_owner revoke execute on functions from public;
SQL
