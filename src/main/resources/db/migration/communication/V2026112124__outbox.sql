create table slipway.outbox (
    message_id      text primary key,
    release         text not null,
    kind            text not null,
    recipient       text not null,
    name            text not null,
    address         text not null,
    subject         text not null,
    body            text not null,
    queued_at       timestamptz not null,
    attempts        integer not null default 0,
    next_attempt_at timestamptz not null,
    last_error      text,
    sent_at         timestamptz
);
create index outbox_due on slipway.outbox (next_attempt_at) where sent_at is null;

create table slipway.readiness (
    id          bigint generated always as identity primary key,
    release     text not null,
    coordinator text not null,
    ready       boolean not null,
    trained     boolean not null,
    reason      text not null,
    prepared_for text not null,
    at          timestamptz not null
);
create index readiness_release on slipway.readiness (release);
comment on table slipway.readiness is 'append-only: what a coordinator confirmed stays on record';
