create table slipway.rfc (
    number    text primary key,
    title     text not null,
    unit      text not null,
    impact    text not null,
    urgent    boolean not null,
    status    text not null,
    criterion text not null
);

create table slipway.rfc_status (
    id     bigint generated always as identity primary key,
    rfc    text not null references slipway.rfc (number),
    status text not null,
    at     timestamptz not null
);
comment on table slipway.rfc_status is 'append-only: when an RFC reached which status';
