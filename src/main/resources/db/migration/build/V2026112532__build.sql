create table slipway.build (
  key        text primary key,
  release    text not null,
  unit       text not null,
  attempt    integer not null check (attempt > 0),
  repository text not null,
  tag        text not null,
  commit     text not null,
  state      text not null check (state in ('ORDERED', 'RUNNING', 'PASSED', 'FAILED')),
  progress   text not null default '',
  exit_code  integer,
  millis     bigint,
  problem    text not null default '',
  log_tail   text not null default '',
  version    text,
  manifest   text,
  ordered_at timestamptz not null,
  started_at timestamptz,
  ended_at   timestamptz,
  unique (release, unit, attempt),
  foreign key (release, unit) references slipway.release_part
);
comment on table slipway.build is 'attempts to build a part from its repository: what was ordered, how far it is, what came out';
create index build_by_age on slipway.build (release, ordered_at, attempt, unit);
create index build_by_version on slipway.build (unit, version);

create table slipway.build_repair (
  id          bigint generated always as identity primary key,
  build       text not null references slipway.build,
  tag         text not null,
  cause       text not null check (cause in ('PRODUCT', 'RECIPE', 'INFRASTRUCTURE')),
  remark      text not null,
  engineer    text not null,
  repaired_at timestamptz not null
);
comment on table slipway.build_repair is 'append-only: who answered for a repair, and why';
create index build_repair_by_build on slipway.build_repair (build);

create table slipway.delivery (
  key        text primary key,
  release    text not null,
  unit       text not null,
  attempt    integer not null check (attempt > 0),
  source     text not null,
  pin        char(64) not null,
  state      text not null check (state in ('ORDERED', 'SOUND', 'UNSOUND')),
  problem    text not null default '',
  vouched_by text not null default '',
  version    text,
  manifest   text,
  ordered_at timestamptz not null,
  ended_at   timestamptz,
  unique (release, unit, attempt),
  foreign key (release, unit) references slipway.release_part
);
comment on table slipway.delivery is 'attempts to take over what a vendor delivered for a part, and what the inspection found';
