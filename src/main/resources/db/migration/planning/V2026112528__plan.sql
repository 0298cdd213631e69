create table slipway.plan (
  release            text not null references slipway.release,
  version            integer not null check (version > 0),
  starts             timestamptz not null,
  ends               timestamptz not null check (ends > starts),
  backout_limit      text not null,
  point_of_no_return text not null check (point_of_no_return in ('FIRST_WAVE', 'LAST_WAVE', 'NONE')),
  author             text not null,
  drafted_at         timestamptz not null,
  primary key (release, version)
);
comment on table slipway.plan is 'append-only: every version of a plan is kept';

create table slipway.plan_objective (
  release   text not null,
  version   integer not null,
  place     integer not null check (place > 0),
  objective text not null,
  critical  boolean not null,
  measured  timestamptz,
  primary key (release, version, place),
  foreign key (release, version) references slipway.plan,
  check (measured is null or not critical)
);
comment on table slipway.plan_objective is 'append-only: what a version of a plan is to achieve; without what is critical the release failed; measured = when, where that is later than early life';

create table slipway.plan_return (
  release text not null,
  version integer not null,
  unit    text not null,
  site    text not null references slipway.site,
  to_version text,
  to_digest  char(64),
  passed_over text not null,
  primary key (release, version, unit, site),
  foreign key (release, version) references slipway.plan,
  foreign key (release, unit) references slipway.release_part,
  foreign key (unit, to_version, to_digest) references slipway.library_holding (unit, version, digest),
  check ((to_version is null) = (to_digest is null))
);
comment on table slipway.plan_return is 'append-only: what each site returns to by a version of a plan; empty = nothing is installed; passed_over says what it may not return to and why';

create table slipway.reservation (
  id      bigint generated always as identity primary key,
  site    text not null references slipway.site,
  unit    text not null references slipway.unit,
  release text not null references slipway.release,
  since   timestamptz not null,
  lasts_until timestamptz,
  until   timestamptz
);
comment on table slipway.reservation is 'which release has a unit at a site for itself; until empty = it still has, though not after lasts_until';
create unique index reservation_held on slipway.reservation (site, unit) where until is null;
create index reservation_by_release on slipway.reservation (release) where until is null;
