create table slipway.early_life (
    release text primary key,
    until   timestamptz not null
);
comment on table slipway.early_life is 'append-only: the end of early life is fixed when it begins';

create table slipway.objective_score (
    id        bigint generated always as identity primary key,
    release   text not null,
    place     integer not null,
    objective text not null,
    met       boolean not null,
    remark    text not null,
    actor     text not null,
    at        timestamptz not null,
    unique (release, place)
);
comment on table slipway.objective_score is 'append-only: a score is given once';

create table slipway.review_note (
    id      bigint generated always as identity primary key,
    release text not null,
    kind    text not null,
    text    text not null,
    actor   text not null,
    at      timestamptz not null
);
create index review_note_release on slipway.review_note (release);
comment on table slipway.review_note is 'append-only: lessons, conclusions and remarks are evidence';
