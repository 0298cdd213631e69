create table slipway.rfc (
  number text primary key,
  title  text not null,
  unit   text not null references slipway.unit,
  impact text not null check (impact in ('LOW', 'MEDIUM', 'HIGH')),
  urgent boolean not null,
  status text not null check (status in ('REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'IMPLEMENTED'))
);
comment on table slipway.rfc is 'requests for change with the status that change management gives them';
create index rfc_by_status on slipway.rfc (status);

create table slipway.rfc_criterion (
  rfc   text not null references slipway.rfc,
  place integer not null check (place > 0),
  text  text not null,
  -- No more asked for; claims may refer to it.
  struck boolean not null default false,
  primary key (rfc, place)
);
comment on table slipway.rfc_criterion is 'when a request is fulfilled; struck = no more asked for';
