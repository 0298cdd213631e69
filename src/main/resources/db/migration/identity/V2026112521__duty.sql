create table slipway.duty_performed (
  release text        not null references slipway.release,
  duty    text        not null check (duty in ('REQUESTER', 'BUILDER', 'TESTER', 'ACCEPTOR', 'AUTHORISER', 'IMPLEMENTER', 'AUDITOR')),
  actor   text        not null,
  mail    text        not null,
  at      timestamptz not null,
  primary key (release, duty, actor)
);
comment on table slipway.duty_performed is 'append-only: who did what for a release, for the separation of duties';
