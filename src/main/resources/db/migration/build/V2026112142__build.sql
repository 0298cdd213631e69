create table slipway.build (
  key text primary key,
  release text not null,
  attempt integer not null,
  unit text not null,
  repository text not null,
  tag text not null,
  commit text not null,
  state text not null,
  progress text not null default '',
  exit_code integer,
  millis bigint,
  problem text not null default '',
  log_tail text not null default '',
  version text,
  manifest text,
  ordered_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  unique (release, attempt)
);

create table slipway.build_repair (
  id bigint generated always as identity primary key,
  build text not null references slipway.build,
  tag text not null,
  cause text not null,
  remark text not null,
  engineer text not null,
  repaired_at timestamptz not null
);
comment on table slipway.build_repair is 'append-only: who answered for a repair, and why';
