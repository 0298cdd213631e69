create table slipway.known_address (
  account text        not null,
  address text        not null,
  last    timestamptz not null,
  primary key (account, address)
);
comment on table slipway.known_address is 'where each account logged in lately: a right password from there is always let in';
