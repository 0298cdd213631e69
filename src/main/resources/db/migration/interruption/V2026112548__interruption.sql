create sequence slipway.interruption_raise;

create table slipway.interruption (
  raise     bigint not null,
  place     integer not null check (place >= 0),
  release   text not null references slipway.release,
  kind      text not null check (kind in ('CANCELLED', 'RESCHEDULED', 'RFC_TAKEN_BACK', 'REVISION_RECALLED', 'STOPPED')),
  raised_at timestamptz not null,
  told_at   timestamptz,
  primary key (raise, place)
);
create index interruption_by_release on slipway.interruption (release);
comment on table slipway.interruption is 'what somebody raised that a release''s process has to be led to; told once';
