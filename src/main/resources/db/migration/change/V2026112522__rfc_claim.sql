create table slipway.rfc_claim (
  id         bigint generated always as identity primary key,
  rfc        text not null,
  criterion  integer not null,
  site       text not null references slipway.site,
  release    text not null references slipway.release,
  claimed_at timestamptz not null,
  ended_at   timestamptz,
  foreign key (rfc, criterion) references slipway.rfc_criterion
);
comment on table slipway.rfc_claim is 'which release brings which criterion to which site; one open claim each';
create unique index rfc_claim_open on slipway.rfc_claim (rfc, criterion, site) where ended_at is null;
create index rfc_claim_by_rfc on slipway.rfc_claim (rfc, criterion);
create index rfc_claim_by_release on slipway.rfc_claim (release) where ended_at is null;
