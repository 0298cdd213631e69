create sequence slipway.activation_order;

create table slipway.rollout (
  release            text primary key references slipway.release,
  -- Without a percentage it is not scheduled; without one of the other two nothing is limited by it.
  pilot_percent      numeric check (pilot_percent between 0 and 100),
  pilot_most         integer check (pilot_most >= 0),
  pilot_row          integer check (pilot_row > 0),
  threshold_percent  numeric check (threshold_percent between 0 and 100),
  threshold_most     integer check (threshold_most >= 0),
  threshold_row      integer check (threshold_row > 0),
  scheduled_at       timestamptz,
  -- How many batches of orders were placed for the release; numbers waves and back-outs among them.
  batches            bigint not null default 0,
  first_activated_at timestamptz,
  not_cleared        text[] not null default '{}',
  paused_because     text not null default '',
  decision           text check (decision in ('RETRY', 'RESUME', 'BACK_OUT_FAILED', 'BACK_OUT_ALL', 'END_HERE')),
  reason             text not null default '',
  carried_out        boolean not null default false,
  check (decision is not null or not carried_out),
  check ((pilot_percent is null) = (threshold_percent is null))
);
comment on table slipway.rollout is 'of each release that goes live: what stops its waves, why it pauses, what was decided then';

create table slipway.rollout_decider (
  release text not null references slipway.rollout,
  place   integer not null check (place >= 0),
  actor   text not null,
  primary key (release, place)
);
comment on table slipway.rollout_decider is 'whose words together are the decision on a paused rollout, the last one last';

create table slipway.stand (
  id         bigint generated always as identity primary key,
  release    text not null references slipway.rollout,
  since      timestamptz not null,
  went_on_at timestamptz check (went_on_at >= since)
);
create index stand_by_release on slipway.stand (release, id);
comment on table slipway.stand is 'when a release stood; went_on_at empty = it stands, or never went on';

create table slipway.paused_word (
  release  text not null references slipway.rollout,
  actor    text not null,
  decision text not null check (decision in ('RETRY', 'RESUME', 'BACK_OUT_FAILED', 'BACK_OUT_ALL', 'END_HERE')),
  reason   text not null,
  said_at  timestamptz not null,
  primary key (release, actor)
);
comment on table slipway.paused_word is 'who wants what of a paused rollout while more than one must agree';

create table slipway.paused_word_rfc (
  release text not null,
  actor   text not null,
  rfc     text not null references slipway.rfc,
  primary key (release, actor, rfc),
  foreign key (release, actor) references slipway.paused_word on delete cascade
);
comment on table slipway.paused_word_rfc is 'the RFCs that remove what was taken back, as somebody named them';
create index paused_word_rfc_by_rfc on slipway.paused_word_rfc (rfc);

create table slipway.kept_rfc (
  release text not null references slipway.rollout,
  rfc     text not null references slipway.rfc,
  primary key (release, rfc)
);
comment on table slipway.kept_rfc is 'RFCs that were taken back and that people decided on: to go on all the same, or to end with them';
create index kept_rfc_by_rfc on slipway.kept_rfc (rfc);

create table slipway.wave (
  release           text not null references slipway.rollout,
  number            integer not null check (number > 0),
  state             text not null check (state in ('RUNNING', 'STOPPING', 'SETTLED', 'OVER')),
  batch             bigint not null,
  threshold_percent numeric check (threshold_percent between 0 and 100),
  threshold_most    integer check (threshold_most >= 0),
  threshold_row     integer check (threshold_row > 0),
  planned           integer not null check (planned >= 0),
  -- Sites that people had decided on before the wave was begun again: they count as planned and are not begun.
  decided           integer not null default 0 check (decided >= 0),
  verified          integer not null default 0,
  failed            integer not null default 0,
  not_reached       integer not null default 0,
  -- Since the last site that was verified, and the most there ever were since the wave was begun.
  failed_in_a_row   integer not null default 0 check (failed_in_a_row >= 0),
  most_in_a_row     integer not null default 0 check (most_in_a_row between failed_in_a_row and failed),
  why               text not null default '',
  sites_finish      boolean not null default false,
  told              boolean not null default false,
  started_at        timestamptz not null,
  -- Until when what it installed is watched before the next wave; null = nothing is, or no longer.
  soaks_until       timestamptz,
  primary key (release, number),
  check (decided + verified + failed + not_reached <= planned)
);
comment on table slipway.wave is 'waves that were started, with their counts';
create index wave_to_tell on slipway.wave (release) where state = 'SETTLED' and not told;

create table slipway.site_target (
  release             text not null,
  unit                text not null,
  site                text not null references slipway.site,
  wave                integer not null check (wave > 0),
  place               integer not null check (place >= 0),
  state               text not null check (state in ('PLANNED', 'PREPARED', 'DISTRIBUTED', 'ACTIVATED', 'VERIFIED',
                        'FAILED', 'NOTHING_TO_DO', 'NOT_REACHED', 'BACKING_OUT', 'RESTORED', 'BACKOUT_FAILED',
                        'REPAIRED')),
  attempt             integer not null check (attempt > 0),
  reason              text not null,
  predecessor_version text,
  predecessor_digest  char(64),
  predecessor_by      text references slipway.release,
  previous_name       text,
  activated_order     bigint,
  half_done           boolean not null default false,
  verified            boolean not null default false,
  left_alone          text not null default '',
  return_version      text,
  return_digest       char(64),
  return_by           text references slipway.release,
  return_place        integer,
  return_attempt      integer not null default 0,
  repair_reported     boolean not null default false,
  changed_at          timestamptz not null,
  primary key (release, unit, site),
  foreign key (release, unit) references slipway.release_part,
  foreign key (unit, predecessor_version, predecessor_digest)
    references slipway.library_holding (unit, version, digest),
  foreign key (unit, return_version, return_digest) references slipway.library_holding (unit, version, digest),
  check ((predecessor_version is null) = (predecessor_digest is null)),
  check ((return_version is null) = (return_digest is null)),
  check (state not in ('ACTIVATED', 'VERIFIED') or activated_order is not null),
  check ((return_place is not null) = (state = 'BACKING_OUT'))
);
comment on table slipway.site_target is 'each part at each site: how far it is, what ran there before, what it goes back to';
create unique index site_target_by_wave on slipway.site_target (release, wave, site, place);
create index site_target_by_site on slipway.site_target (site, unit);
-- Not by state, which changes at every step of a site: such rows stay where they are.
create index site_target_to_return on slipway.site_target (release, return_place) where return_place is not null;

create table slipway.back_out (
  release    text not null references slipway.rollout,
  number     bigint not null check (number > 0),
  decision   text not null check (decision in ('BACK_OUT_FAILED', 'BACK_OUT_ALL')),
  state      text not null check (state in ('RUNNING', 'STUCK', 'SETTLED', 'OVER')),
  told       boolean not null default false,
  ordered_at timestamptz not null,
  primary key (release, number)
);
comment on table slipway.back_out is 'returns of sites as they were ordered';
create unique index back_out_one_at_a_time on slipway.back_out (release) where state <> 'OVER';
create index back_out_to_tell on slipway.back_out (release) where state in ('STUCK', 'SETTLED') and not told;
