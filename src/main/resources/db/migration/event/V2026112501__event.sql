create sequence slipway.event_seq;

create table slipway.event (
  -- First, so that a transaction has its number before it draws a sequence: how far readers may go relies on it.
  xid      xid8 not null default pg_current_xact_id(),
  seq      bigint primary key default nextval('slipway.event_seq'),
  at       timestamptz not null,
  type     text not null,
  version  smallint not null,
  release  text,
  subject  text not null,
  actor    text,
  body     jsonb not null
);
comment on table slipway.event is 'append-only: what happened; history, figures and evidence are drawn from it';
create index event_by_release on slipway.event (release, seq);
create index event_of_no_release on slipway.event (at) where release is null;
create index event_by_release_and_type on slipway.event (release, type, seq);

create table slipway.event_reader (
  name     text primary key,
  position bigint not null,
  -- How far it has come in reading again what it read before; null = it is not told to.
  again    bigint check (again >= 0)
);
comment on table slipway.event_reader is 'how far each reader of the log has read, and read again';

create table slipway.history_line (
  seq      bigint primary key references slipway.event,
  release  text not null,
  at       timestamptz not null,
  actor    text,
  subject  text not null,
  sentence text not null
);
comment on table slipway.history_line is 'what happened to a release in words, drawn from the log and made again from it at any time';
create index history_line_by_release on slipway.history_line (release, seq);
