create table slipway.release_counter (
  year     integer primary key,
  sequence integer not null
);
comment on table slipway.release_counter is 'the last number given in a year';

create table slipway.release (
  number     text primary key,
  title      text not null,
  purpose    text not null,
  requester  text not null,
  state      text not null check (state in ('DRAFT', 'SUBMITTED', 'PLANNED', 'IN_BUILD', 'IN_TEST', 'ACCEPTED',
               'SCHEDULED', 'AUTHORISED', 'PREPARED', 'PRE_AUDITED', 'IN_ROLLOUT', 'PAUSED', 'BACKING_OUT',
               'BACKOUT_FAILED', 'DEPLOYED', 'POST_AUDITED', 'EARLY_LIFE', 'REVIEWED', 'CLOSED', 'REJECTED',
               'CANCELLED')),
  stopped_in text check (stopped_in in ('IN_ROLLOUT', 'DEPLOYED', 'POST_AUDITED', 'EARLY_LIFE', 'REVIEWED')),
  type       text check (type in ('MINOR', 'MAJOR', 'EMERGENCY')),
  policy     integer references slipway.policy,
  outcome    text check (outcome in ('SUCCESS', 'WITH_ISSUES', 'FAILED', 'BACKED_OUT')),
  drafted_at timestamptz not null,
  check ((type is null) = (policy is null)),
  check (state in ('DRAFT', 'REJECTED', 'CANCELLED') or type is not null),
  check ((outcome is not null) = (state = 'CLOSED')),
  check ((stopped_in is not null) = (state = 'PAUSED'))
);
comment on table slipway.release is 'releases with their state; type and policy are fixed at submission';
create index release_by_age on slipway.release (drafted_at desc, number desc);
create index release_by_state on slipway.release (state);

alter table slipway.event add foreign key (release) references slipway.release;
alter table slipway.history_line add foreign key (release) references slipway.release;
alter table slipway.ci add foreign key (authorised_by) references slipway.release;

create table slipway.release_part (
  release text not null references slipway.release,
  unit    text not null references slipway.unit,
  place   integer not null check (place >= 0),
  source  text not null,
  pin     text,
  state   text not null check (state in ('PLANNED', 'REWORK', 'READY', 'ACCEPTED', 'REMOVED')),
  reason  text not null default '',
  version text,
  digest  char(64),
  primary key (release, unit),
  check ((version is null) = (digest is null)),
  check (state = 'REMOVED' or (state in ('READY', 'ACCEPTED')) = (digest is not null))
);
comment on table slipway.release_part is 'each unit of a release: where it comes from, how far it is, the revision that was made of it';
create unique index release_part_by_place on slipway.release_part (release, place) where state <> 'REMOVED';
create index release_part_by_unit on slipway.release_part (unit, release);

create table slipway.release_rfc (
  release text not null references slipway.release,
  rfc     text not null references slipway.rfc,
  primary key (release, rfc)
);
comment on table slipway.release_rfc is 'which requests for change a release implements';
create index release_rfc_by_rfc on slipway.release_rfc (rfc);

create table slipway.release_site (
  release text not null references slipway.release,
  site    text not null references slipway.site,
  primary key (release, site)
);
comment on table slipway.release_site is 'which sites are in the scope of a release';
create index release_site_by_site on slipway.release_site (site);

create table slipway.proposed_scope (
  release text primary key references slipway.release,
  refusal text
);
comment on table slipway.proposed_scope is 'that a scope was entered, and why it was refused, so that nobody types it again';

create table slipway.proposed_scope_part (
  release text not null references slipway.proposed_scope,
  unit    text not null references slipway.unit,
  place   integer not null check (place >= 0),
  source  text not null,
  primary key (release, unit)
);
comment on table slipway.proposed_scope_part is 'parts of the scope that was entered last';

create table slipway.proposed_scope_rfc (
  release text not null references slipway.proposed_scope,
  rfc     text not null references slipway.rfc,
  primary key (release, rfc)
);
comment on table slipway.proposed_scope_rfc is 'requests for change of the scope that was entered last';

create table slipway.proposed_scope_site (
  release text not null references slipway.proposed_scope,
  site    text not null references slipway.site,
  primary key (release, site)
);
comment on table slipway.proposed_scope_site is 'sites of the scope that was entered last';
