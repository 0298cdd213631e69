create table slipway.policy (
  version          integer primary key,
  soak             text not null,
  early_life       text not null,
  minimum_coverage integer not null check (minimum_coverage between 0 and 100),
  put_in_force_by  text not null,
  in_force_from    timestamptz not null
);
comment on table slipway.policy is 'append-only: versions of the policy; the highest one is in force, releases keep theirs';

create table slipway.policy_window (
  policy integer not null references slipway.policy,
  place  integer not null,
  days   text not null,
  opens  time not null,
  closes time not null,
  primary key (policy, place)
);
comment on table slipway.policy_window is 'append-only: when a version of the policy lets rollouts be';

create table slipway.policy_freeze (
  policy integer not null references slipway.policy,
  place  integer not null,
  name   text not null,
  starts timestamptz not null,
  ends   timestamptz not null check (ends > starts),
  primary key (policy, place)
);
comment on table slipway.policy_freeze is 'append-only: when a version of the policy forbids rollouts, everywhere if it names no sites';

create table slipway.policy_freeze_site (
  policy integer not null,
  place  integer not null,
  site   text not null references slipway.site,
  primary key (policy, place, site),
  foreign key (policy, place) references slipway.policy_freeze
);
comment on table slipway.policy_freeze_site is 'append-only: where alone a version of the policy forbids rollouts';
