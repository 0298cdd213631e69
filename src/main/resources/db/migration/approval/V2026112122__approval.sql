create table slipway.approval (
    id       bigint generated always as identity primary key,
    release  text not null,
    gate     text not null,
    actor    text not null,
    granted  boolean not null,
    reason   text not null,
    bindings jsonb not null,
    at       timestamptz not null
);
create index approval_release on slipway.approval (release, gate);
comment on table slipway.approval is 'append-only: a decision of a person is never taken back, only followed by another';
