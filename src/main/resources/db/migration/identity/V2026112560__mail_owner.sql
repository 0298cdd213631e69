create table slipway.mail_owner (
  id      bigint generated always as identity primary key,
  kind    text not null check (kind in ('ADDRESS', 'DOMAIN')),
  name    text not null,
  account text,
  words   text not null,
  said_by text not null,
  said_at timestamptz not null,
  check (kind = 'ADDRESS' or account is null)
);
comment on table slipway.mail_owner is 'append-only: whose mail addresses and domains are of which the directory says nothing; the newest word counts, and without an account they are of people from outside';
-- Hashed, because an address may be longer than an ordered index takes.
create index mail_owner_by_name on slipway.mail_owner using hash (name);
