create table slipway.gate (
  id       text primary key check (id ~ '^[A-Z][A-Z_]*$'),
  name     text not null,
  duty     text not null check (duty in ('REQUESTER', 'BUILDER', 'TESTER', 'ACCEPTOR', 'AUTHORISER', 'IMPLEMENTER', 'AUDITOR')),
  covers   text[] not null check (covers <@ array['SCOPE', 'CRITERIA', 'REVISION', 'WINDOW', 'BACKOUT_PLAN', 'PREDECESSORS']),
  per_part boolean not null,
  by_groups boolean not null,
  check (not (per_part and by_groups))
);
comment on table slipway.gate is 'decisions that a release may need; models bring along those that groups decide';

insert into slipway.gate (id, name, duty, covers, per_part, by_groups) values
  ('PLAN_BASELINE', 'plan baseline', 'AUTHORISER', array['SCOPE', 'WINDOW', 'BACKOUT_PLAN'], false, false),
  ('TEST_VERDICT', 'test verdict', 'TESTER', array['REVISION', 'BACKOUT_PLAN'], true, false),
  ('BUSINESS_ACCEPTANCE', 'business acceptance', 'ACCEPTOR', array['CRITERIA', 'REVISION'], false, false),
  ('GO_LIVE', 'go live', 'AUTHORISER', array['SCOPE', 'REVISION', 'WINDOW', 'BACKOUT_PLAN', 'PREDECESSORS'], false, false);

create table slipway.approval (
  id      bigint generated always as identity primary key,
  release text not null references slipway.release,
  gate    text not null references slipway.gate,
  unit    text references slipway.unit,
  "group" text,
  actor   text not null,
  mail    text not null,
  granted boolean not null,
  reason  text not null,
  at      timestamptz not null,
  foreign key (release, unit) references slipway.release_part (release, unit),
  check (unit is null or "group" is null)
);
create index approval_by_gate on slipway.approval (release, gate, id);
comment on table slipway.approval is 'append-only: decisions of people at gates; never taken back, only followed by another';

create table slipway.approval_binding (
  approval    bigint not null references slipway.approval,
  aspect      text not null check (aspect in ('SCOPE', 'CRITERIA', 'REVISION', 'WINDOW', 'BACKOUT_PLAN', 'PREDECESSORS')),
  -- Null = the release as a whole.
  unit        text references slipway.unit,
  fingerprint text not null,
  unique nulls not distinct (approval, aspect, unit)
);
comment on table slipway.approval_binding is 'append-only: what a decision was given for';

create table slipway.approval_entry (
  approval bigint not null references slipway.approval,
  field    text not null,
  value    text not null,
  primary key (approval, field)
);
comment on table slipway.approval_entry is 'append-only: what else the form of a decision asked, as it was answered';

create table slipway.approval_voided (
  approval bigint primary key references slipway.approval,
  aspect   text not null check (aspect in ('SCOPE', 'CRITERIA', 'REVISION', 'WINDOW', 'BACKOUT_PLAN', 'PREDECESSORS')),
  -- Null = the release as a whole.
  unit     text references slipway.unit,
  at       timestamptz not null
);
comment on table slipway.approval_voided is 'append-only: decisions that fell, and what changed; told once';
