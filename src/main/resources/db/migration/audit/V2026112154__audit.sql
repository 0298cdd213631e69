create table slipway.site_audit (
    id         bigint generated always as identity primary key,
    release    text not null,
    phase      text not null check (phase in ('BEFORE', 'AFTER')),
    ordered_at timestamptz not null
);
comment on table slipway.site_audit is 'append-only: audits as they were ordered';
create index site_audit_by_release on slipway.site_audit (release, phase, id);

create table slipway.site_inventory (
    id               bigint generated always as identity primary key,
    audit            bigint not null references slipway.site_audit,
    site             text not null references slipway.site,
    unit             text not null references slipway.unit,
    taken_at         timestamptz not null,
    installed        text not null,
    expected_version text,
    expected_digest  char(64),
    observed_version text,
    observed_digest  char(64),
    files            integer not null,
    content          text not null,
    unique (audit, site)
);
comment on table slipway.site_inventory is 'append-only: what was seen at a site, file by file';

create table slipway.site_finding (
    id       bigint generated always as identity primary key,
    audit    bigint not null references slipway.site_audit,
    site     text not null references slipway.site,
    kind     text not null,
    path     text not null,
    expected text not null,
    found    text not null
);
comment on table slipway.site_finding is 'append-only: differences that an audit saw';
create index site_finding_by_audit on slipway.site_finding (audit);

create table slipway.audit_decision (
    id       bigint generated always as identity primary key,
    audit    bigint not null references slipway.site_audit,
    actor    text not null,
    signed   boolean not null,
    digest   char(64) not null,
    remarks  text not null,
    at       timestamptz not null
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
