create table slipway.release_counter (
    year     integer primary key,
    sequence integer not null
);

create table slipway.release (
    number          text primary key,
    title           text        not null,
    purpose         text        not null,
    requester       text        not null,
    state           text        not null,
    type            text,
    unit            text,
    tag             text,
    rfcs            text[],
    revision_version text,
    revision_digest char(64),
    outcome         text,
    drafted_at      timestamptz not null,
    check ((unit is null) = (tag is null) and (unit is null) = (rfcs is null) and (unit is null) = (type is null)),
    check ((revision_version is null) = (revision_digest is null)),
    check ((outcome is not null) = (state = 'CLOSED'))
);

create table slipway.journal (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    release text        not null references slipway.release,
    event   text        not null,
    actor   text,
    details jsonb       not null
);
create index journal_by_release on slipway.journal (release, id);
comment on table slipway.journal is 'append-only: what happened to a release; figures and evidence are drawn from it';
