create table slipway.library_holding (
  unit        text not null references slipway.unit,
  version     text not null,
  digest      char(64) not null,
  state       text not null check (state in ('BUILT', 'SCANNED', 'CHECKED_IN', 'TESTED', 'ACCEPTED', 'QUARANTINED')),
  recalled_at timestamptz,
  manifest    text not null,
  release     text references slipway.release,
  proposed_at timestamptz not null,
  primary key (unit, version),
  unique (unit, version, digest)
);
comment on table slipway.library_holding is 'unit revisions that the library holds, and how far each is; a version belongs to its first digest';
create index library_holding_by_release on slipway.library_holding (release);

alter table slipway.release_part add foreign key (unit, version, digest)
  references slipway.library_holding (unit, version, digest);
alter table slipway.ci add foreign key (unit, authorised_version, authorised_digest)
  references slipway.library_holding (unit, version, digest);
alter table slipway.ci add foreign key (unit, observed_version, observed_digest)
  references slipway.library_holding (unit, version, digest);
alter table slipway.ci add foreign key (unit, verified_version, verified_digest)
  references slipway.library_holding (unit, version, digest);

create table slipway.library_companion (
  unit    text not null,
  version text not null,
  name    text not null,
  digest  char(64) not null,
  primary key (unit, version, name),
  foreign key (unit, version) references slipway.library_holding
);
comment on table slipway.library_companion is 'append-only: sources, papers and logs that are kept with a revision';

create table slipway.library_attestation (
  id          bigint generated always as identity primary key,
  unit        text not null,
  version     text not null,
  digest      char(64) not null,
  officer     text not null,
  clean       boolean not null,
  scanner     text not null,
  remark      text not null,
  attested_at timestamptz not null,
  foreign key (unit, version, digest) references slipway.library_holding (unit, version, digest)
);
comment on table slipway.library_attestation is 'append-only: the word of security officers on scans';
create index library_attestation_by_revision on slipway.library_attestation (unit, version);
