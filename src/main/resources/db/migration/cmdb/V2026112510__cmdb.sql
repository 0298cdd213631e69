create table slipway.unit (
  id       text primary key,
  kind     text not null check (kind in ('SOFTWARE', 'FIRMWARE', 'HARDWARE', 'DOCUMENT', 'PROCEDURE', 'TRAINING')),
  name     text not null,
  source   text check (source in ('REPOSITORY', 'VENDOR')),
  address  text,
  supplier text,
  key      text,
  check ((kind = 'SOFTWARE') = (source is not null)),
  check ((source is null) = (address is null)),
  check ((source = 'VENDOR') = (supplier is not null and key is not null))
);
comment on table slipway.unit is 'what is released, and where its parts come from';

create table slipway.unit_requirement (
  unit     text not null references slipway.unit,
  requires text not null references slipway.unit,
  at_least text not null,
  primary key (unit, requires),
  check (unit <> requires)
);
comment on table slipway.unit_requirement is 'which other unit, from which version on, a unit needs at a site';
create index unit_requirement_by_required on slipway.unit_requirement (requires);

create table slipway.unit_conflict (
  unit      text not null references slipway.unit,
  conflicts text not null references slipway.unit,
  primary key (unit, conflicts),
  check (unit <> conflicts)
);
comment on table slipway.unit_conflict is 'which units never run at the same site';
create index unit_conflict_by_other on slipway.unit_conflict (conflicts);

create table slipway.site (
  id                text primary key,
  name              text not null,
  zone              text not null,
  coordinator       text not null,
  mandatory         boolean not null,
  disaster_recovery boolean not null,
  channel           text not null check (channel in ('DIRECTORY', 'BY_HAND')),
  address           text not null
);
comment on table slipway.site is 'places of installation with their coordinator and how they are reached';

create table slipway.ci (
  site               text not null references slipway.site,
  unit               text not null references slipway.unit,
  authorised_version text,
  authorised_digest  char(64),
  authorised_by      text,
  observed_version   text,
  observed_digest    char(64),
  observed_at        timestamptz,
  verified_version   text,
  verified_digest    char(64),
  primary key (site, unit),
  check ((authorised_version is null) = (authorised_digest is null)),
  check (observed_version is null or observed_digest is not null),
  check (observed_digest is null or observed_at is not null),
  check ((verified_version is null) = (verified_digest is null))
);
comment on table slipway.ci is 'of each unit at each site: what may run there, what was seen last, what was verified last';
create index ci_by_unit on slipway.ci (unit, site);
create index ci_by_release on slipway.ci (authorised_by);
