create table slipway.rollout (
    release           text primary key,
    threshold_percent integer,
    scheduled_at      timestamptz
);

create table slipway.rollout_event (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    release text not null,
    wave    integer,
    kind    text not null,
    actor   text,
    detail  text not null
);
comment on table slipway.rollout_event is 'append-only: how a rollout went, wave by wave, and what people decided';
create index rollout_event_by_release on slipway.rollout_event (release, id);

create table slipway.site_target (
    release             text not null,
    site                text not null references slipway.site,
    unit                text not null references slipway.unit,
    wave                integer not null check (wave > 0),
    state               text not null,
    attempt             integer not null check (attempt > 0),
    reason              text not null,
    predecessor_version text,
    predecessor_digest  char(64),
    previous_name       text,
    repair_reported     boolean not null default false,
    changed_at          timestamptz not null,
    primary key (release, site)
);

create table slipway.site_target_event (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    release text not null,
    site    text not null,
    wave    integer not null,
    attempt integer not null,
    state   text not null,
    reason  text not null
);
comment on table slipway.site_target_event is 'append-only: every state that a site went through, by attempt';
create index site_target_event_by_release on slipway.site_target_event (release, id);
