create table slipway.site (
    id                text primary key,
    name              text not null,
    zone              text not null,
    coordinator       text not null,
    mandatory         boolean not null,
    disaster_recovery boolean not null,
    folder            text not null
);

create table slipway.unit (
    id         text primary key,
    name       text not null,
    repository text not null
);

create table slipway.ci (
    site               text not null references slipway.site,
    unit               text not null references slipway.unit,
    authorised_version text,
    authorised_digest  char(64),
    observed_version   text,
    observed_digest    char(64),
    observed_at        timestamptz,
    verified_version   text,
    verified_digest    char(64),
    primary key (site, unit)
);

create table slipway.ci_event (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    site    text not null references slipway.site,
    unit    text not null references slipway.unit,
    kind    text not null check (kind in ('AUTHORISED', 'OBSERVED', 'VERIFIED')),
    version text,
    digest  char(64),
    release text
);
comment on table slipway.ci_event is 'append-only: what was authorised and observed where, and when';
create index ci_event_by_ci on slipway.ci_event (site, unit, id);
