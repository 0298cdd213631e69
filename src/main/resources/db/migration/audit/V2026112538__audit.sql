create table slipway.site_audit (
  id         bigint generated always as identity primary key,
  release    text not null references slipway.release,
  phase      text not null check (phase in ('BEFORE', 'AFTER')),
  ordered_at timestamptz not null
);
comment on table slipway.site_audit is 'append-only: audits as they were ordered';
create index site_audit_by_release on slipway.site_audit (release, phase, id);

create table slipway.inventory_content (
  digest char(64) primary key,
  lines  text not null
);
comment on table slipway.inventory_content is 'append-only: file lists as they were seen, each kept once';

create table slipway.site_inventory (
  id               bigint generated always as identity primary key,
  audit            bigint not null references slipway.site_audit,
  site             text not null references slipway.site,
  unit             text not null references slipway.unit,
  taken_at         timestamptz not null,
  taken_by         text,
  installed        text not null,
  expected_version text,
  expected_digest  char(64),
  observed_version text,
  observed_digest  char(64),
  readable         boolean not null,
  files            integer not null,
  content          char(64) references slipway.inventory_content,
  findings         integer not null,
  unique (audit, site, unit),
  foreign key (unit, expected_version, expected_digest) references slipway.library_holding (unit, version, digest),
  foreign key (unit, observed_version, observed_digest) references slipway.library_holding (unit, version, digest)
);
comment on table slipway.site_inventory is 'append-only: what was seen of a unit at a site';

create table slipway.site_finding (
  id       bigint generated always as identity primary key,
  audit    bigint not null,
  site     text not null,
  unit     text not null,
  kind     text not null check (kind in ('UNKNOWN', 'WRONG_VERSION', 'ALTERED', 'MISSING', 'REVERTED', 'MISPLACED', 'NON_STANDARD', 'UNLICENSED')),
  path     text not null,
  expected text not null,
  found    text not null,
  foreign key (audit, site, unit) references slipway.site_inventory (audit, site, unit)
);
comment on table slipway.site_finding is 'append-only: differences that an audit saw';
create index site_finding_by_audit on slipway.site_finding (audit, site);

create table slipway.audit_decision (
  id      bigint generated always as identity primary key,
  audit   bigint not null references slipway.site_audit,
  actor   text not null,
  signed  boolean not null,
  digest  char(64) not null,
  remarks text not null,
  at      timestamptz not null
);
comment on table slipway.audit_decision is 'append-only: signatures under inventories, by digest';
create index audit_decision_by_audit on slipway.audit_decision (audit, id);

create table slipway.remediation (
  id     bigint generated always as identity primary key,
  audit  bigint not null references slipway.site_audit,
  actor  text not null,
  remark text not null,
  at     timestamptz not null
);
comment on table slipway.remediation is 'append-only: what was done about findings';
create index remediation_by_audit on slipway.remediation (audit);

create table slipway.audit_settling (
  audit    bigint primary key references slipway.site_audit,
  ordered  integer not null,
  seen     integer not null default 0 check (seen <= ordered),
  findings integer not null default 0,
  told     boolean not null default false,
  tell_at  timestamptz not null
);
comment on table slipway.audit_settling is 'how much of an audit was seen, and whether its process was told that all is';
create index audit_to_tell on slipway.audit_settling (tell_at, audit) where not told and seen = ordered;
