create table slipway.library_holding (
  unit text not null,
  version text not null,
  digest char(64) not null,
  state text not null,
  manifest text not null,
  release text not null,
  proposed_at timestamptz not null,
  primary key (unit, version)
);

create table slipway.library_companion (
  unit text not null,
  version text not null,
  name text not null,
  digest char(64) not null,
  primary key (unit, version, name),
  foreign key (unit, version) references slipway.library_holding
);
comment on table slipway.library_companion is 'append-only: what was kept with a revision stays with it';

create table slipway.library_attestation (
  id bigint generated always as identity primary key,
  unit text not null,
  version text not null,
  digest char(64) not null,
  officer text not null,
  clean boolean not null,
  scanner text not null,
  remark text not null,
  attested_at timestamptz not null,
  foreign key (unit, version) references slipway.library_holding
);
comment on table slipway.library_attestation is 'append-only: the word given on a scan is not taken back';

create table slipway.library_state_change (
  id bigint generated always as identity primary key,
  unit text not null,
  version text not null,
  digest char(64) not null,
  from_state text,
  to_state text not null,
  changed_at timestamptz not null,
  foreign key (unit, version) references slipway.library_holding
);
comment on table slipway.library_state_change is 'append-only: the life of a revision is evidence';
