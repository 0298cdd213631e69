create table slipway.check_run (
  key      text not null,
  unit     text not null,
  release  text not null,
  version  text not null,
  digest   char(64) not null,
  step     text not null,
  name     text not null,
  latest   text not null default '',
  passed   boolean,
  summary  text not null default '',
  report   text not null default '',
  begun_at timestamptz not null,
  primary key (key, unit),
  foreign key (release, unit) references slipway.release_part,
  foreign key (unit, version, digest) references slipway.library_holding (unit, version, digest)
);
create index check_run_by_release on slipway.check_run (release, begun_at);
comment on table slipway.check_run is 'what each check of an owner''s found on the revision of a part, by the key of its order; not over while passed is null, latest is what its command wrote last';
