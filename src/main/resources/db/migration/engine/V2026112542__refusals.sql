create table slipway.refusal (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    command text not null,
    task text,
    instance text,
    release text,
    rule text not null,
    field text,
    reason text not null
);

comment on table slipway.refusal is 'append-only: who was refused what, by which rule';

create index refusal_release on slipway.refusal (release, at);
