create table slipway.decision_taken (
    id                  bigint generated always as identity primary key,
    at                  timestamptz not null,
    release             text references slipway.release,
    process_instance    text        not null,
    element             text        not null,
    decision_key        text        not null,
    definition_id       text        not null,
    definition_version  integer     not null,
    inputs              jsonb       not null,
    matched_rules       jsonb       not null,
    results             jsonb       not null
);

comment on table slipway.decision_taken is 'append-only: every decision that a table took inside a process, with what it saw and which rules matched';

create index decision_taken_by_release on slipway.decision_taken (release, decision_key, id);
