create table slipway.site_order (
  id          bigint generated always as identity primary key,
  kind        text not null check (kind in ('RESTORE', 'INSTALL', 'INVENTORY')),
  release     text not null references slipway.release,
  number      bigint not null,
  site        text not null references slipway.site,
  unit        text not null references slipway.unit,
  place       integer not null check (place >= 0),
  attempt     integer not null check (attempt > 0),
  state       text not null check (state in ('WAITING', 'OPEN', 'CLAIMED', 'DONE', 'WITHDRAWN')),
  -- Null = Slipway works there itself; else how far people were told.
  by_hand     text check (by_hand in ('TO_OFFER', 'OFFERED', 'RETRACTED')),
  worker      text,
  lease       bigint not null default 0,
  lease_until timestamptz,
  tries       integer not null default 0,
  due         timestamptz not null,
  problem     text not null default '',
  placed_at   timestamptz not null,
  check ((state = 'CLAIMED') = (worker is not null and lease_until is not null))
);
comment on table slipway.site_order is 'what is to be done at a site once, and who does it under which lease';
create unique index site_order_once on slipway.site_order (kind, release, number, site, unit, attempt);
create index site_order_due on slipway.site_order (kind, due, id) where state = 'OPEN' and by_hand is null;
-- What two releases do in one folder at once neither of them reads back.
create unique index site_order_one_at_a_place on slipway.site_order (site, unit) where state = 'CLAIMED' and kind <> 'INVENTORY';
create index site_order_leased on slipway.site_order (lease_until) where state = 'CLAIMED';
create index site_order_to_offer on slipway.site_order (due, id) where state = 'OPEN' and by_hand = 'TO_OFFER';
create index site_order_to_retract on slipway.site_order (due, id) where state = 'WITHDRAWN' and by_hand = 'OFFERED';
create index site_order_by_batch on slipway.site_order (release, kind, number, site) where state in ('WAITING', 'OPEN', 'CLAIMED');
create index site_order_by_site on slipway.site_order (site, unit);

create table slipway.site_sequence (
  site text primary key references slipway.site,
  last bigint not null check (last > 0)
);
comment on table slipway.site_sequence is 'the number of the last manifest signed for a site; only rises';

create table slipway.signed_manifest (
  site       text not null references slipway.site,
  sequence   bigint not null,
  site_order bigint not null references slipway.site_order,
  envelope   text not null,
  signed_at  timestamptz not null,
  primary key (site, sequence)
);
comment on table slipway.signed_manifest is 'append-only: what a site was told to run';
create index signed_manifest_by_order on slipway.signed_manifest (site_order, sequence);
