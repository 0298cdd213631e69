create table slipway.acceptance_finding (
  id                  bigint generated always as identity primary key,
  release             text not null,
  unit                text not null,
  version             text not null,
  digest              char(64) not null,
  trial               text not null check (trial in ('INSTALLATION', 'TESTS', 'BACK_OUT_REHEARSAL')),
  predecessor_version text,
  predecessor_digest  char(64),
  passed              boolean not null,
  summary             text not null,
  millis              bigint not null,
  log                 text,
  found_at            timestamptz not null,
  foreign key (release, unit) references slipway.release_part,
  foreign key (unit, version, digest) references slipway.library_holding (unit, version, digest),
  foreign key (unit, predecessor_version, predecessor_digest)
    references slipway.library_holding (unit, version, digest),
  check ((predecessor_version is null) = (predecessor_digest is null)),
  check (trial = 'BACK_OUT_REHEARSAL' or predecessor_digest is null)
);
create index acceptance_finding_by_part on slipway.acceptance_finding (release, unit, digest, trial, id);
comment on table slipway.acceptance_finding is 'append-only: what came of each trial of a part; the test is run again, its result is not rewritten';
