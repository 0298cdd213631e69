create table slipway.acceptance_finding (
  id bigint generated always as identity primary key,
  release text not null,
  unit text not null,
  version text not null,
  digest char(64) not null,
  trial text not null,
  passed boolean not null,
  summary text not null,
  millis bigint not null,
  log text,
  found_at timestamptz not null
);
create index acceptance_finding_release on slipway.acceptance_finding (release, trial);
comment on table slipway.acceptance_finding is 'append-only: a test result is not rewritten, the test is run again';
