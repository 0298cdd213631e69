create table slipway.plan (
    release         text primary key,
    objectives      jsonb not null,
    starts          timestamptz not null,
    ends            timestamptz not null check (ends > starts),
    backout_unit    text not null,
    backout_version text not null,
    backout_digest  char(64) not null,
    backout_limit   text not null,
    point_of_no_return text not null,
    author          text not null,
    drafted_at      timestamptz not null
);
