create table slipway.build_author (
  build   text    not null references slipway.build,
  address text    not null,
  name    text    not null,
  commits integer not null check (commits > 0),
  newest  text    not null,
  primary key (build, address)
);
comment on table slipway.build_author is 'append-only: who wrote something of a passed build and was not in the directory then: address and name as the commits have them, how many commits, and the newest';
