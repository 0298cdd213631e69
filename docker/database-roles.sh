#!/bin/sh
# Makes Slipway's database and its two roles: the owner, who may define tables, and the application, who may not.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner="$SLIPWAY_OWNER_PASSWORD" --set application="$SLIPWAY_APPLICATION_PASSWORD" <<'SQL'
create role slipway_owner login password :'owner';
create role slipway_application login password :'application';
create database slipway owner slipway_owner;
revoke all on database slipway from public;
grant connect on database slipway to slipway_application;
SQL
