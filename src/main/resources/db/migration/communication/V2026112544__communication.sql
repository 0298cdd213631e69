create table slipway.audience (
  id   text primary key,
  name text not null,
  role text,
  check (role is not null or id in ('coordinators', 'requester', 'plan-author'))
);
comment on table slipway.audience is 'who notices go to: the members of a role, or whom the release itself names; process owners add rows';
insert into slipway.audience (id, name, role) values
  ('coordinators', 'coordinators of the sites in the waves', null),
  ('requester', 'who asked for the release', null),
  ('plan-author', 'who wrote the plan', null),
  ('service-owners', 'service owners', 'service-owner'),
  ('communication-leads', 'communication and training, with the service desk', 'communication-lead'),
  ('release-managers', 'release managers', 'release-manager'),
  ('change-managers', 'change managers', 'change-manager'),
  ('incident-managers', 'incident managers', 'incident-manager'),
  ('deployment-engineers', 'deployment engineers', 'deployment-engineer'),
  ('process-owners', 'process owners', 'process-owner');

create table slipway.notice_template (
  id   text primary key,
  name text not null
);
comment on table slipway.notice_template is 'what notices say; each has a text of its name';
insert into slipway.notice_template (id, name) values
  ('plan-returned', 'plan returned'),
  ('approval-voided', 'approval void'),
  ('no-go', 'no go'),
  ('gate-denied', 'decided against'),
  ('rollout-announced', 'rollout announced'),
  ('sites-not-ready', 'sites not ready'),
  ('gate-nobody-may-pass', 'nobody may decide'),
  ('rollout-not-cleared', 'rollout not cleared'),
  ('rollout-stopped', 'rollout stopped'),
  ('rollout-paused', 'rollout paused'),
  ('rollout-resumed', 'rollout resumed'),
  ('rollout-ended-early', 'rollout ended early'),
  ('back-out-ordered', 'back-out ordered'),
  ('back-out-failed', 'back-out failed'),
  ('back-out-finished', 'back-out finished'),
  ('release-cancelled', 'release cancelled'),
  ('release-closed', 'release closed'),
  ('release-rescheduled', 'release rescheduled'),
  ('rfc-taken-back', 'RFC taken back'),
  ('revision-recalled', 'revision recalled'),
  ('serious-incident', 'serious incident'),
  ('told-by-process', 'told by the process'),
  ('task-reminder', 'reminder'),
  ('task-escalation', 'escalation');

create table slipway.notice_audience (
  template text not null references slipway.notice_template,
  audience text not null references slipway.audience,
  primary key (template, audience)
);
comment on table slipway.notice_audience is 'who is told by which notice; process owners add rows';
insert into slipway.notice_audience (template, audience) values
  ('plan-returned', 'plan-author'),
  ('approval-voided', 'release-managers'),
  ('no-go', 'release-managers'),
  ('no-go', 'requester'),
  ('gate-denied', 'release-managers'),
  ('gate-denied', 'requester'),
  ('rollout-announced', 'coordinators'),
  ('rollout-announced', 'service-owners'),
  ('rollout-announced', 'communication-leads'),
  ('sites-not-ready', 'release-managers'),
  ('sites-not-ready', 'change-managers'),
  ('gate-nobody-may-pass', 'release-managers'),
  ('gate-nobody-may-pass', 'process-owners'),
  ('back-out-failed', 'deployment-engineers'),
  ('back-out-failed', 'release-managers'),
  ('back-out-failed', 'change-managers'),
  ('back-out-failed', 'service-owners'),
  ('back-out-failed', 'incident-managers'),
  ('back-out-failed', 'coordinators'),
  ('rollout-not-cleared', 'release-managers'),
  ('rollout-not-cleared', 'change-managers'),
  ('release-cancelled', 'requester'),
  ('release-cancelled', 'plan-author'),
  ('release-cancelled', 'release-managers'),
  ('release-cancelled', 'change-managers'),
  ('release-cancelled', 'coordinators'),
  ('release-cancelled', 'service-owners'),
  ('release-cancelled', 'communication-leads'),
  ('release-closed', 'requester'),
  ('release-closed', 'release-managers'),
  ('release-closed', 'change-managers'),
  ('release-closed', 'coordinators'),
  ('release-closed', 'service-owners'),
  ('release-closed', 'communication-leads'),
  ('release-rescheduled', 'requester'),
  ('release-rescheduled', 'change-managers'),
  ('release-rescheduled', 'coordinators'),
  ('release-rescheduled', 'service-owners'),
  ('release-rescheduled', 'communication-leads'),
  ('rfc-taken-back', 'requester'),
  ('rfc-taken-back', 'release-managers'),
  ('rfc-taken-back', 'change-managers'),
  ('rfc-taken-back', 'service-owners'),
  ('rfc-taken-back', 'coordinators'),
  ('rfc-taken-back', 'incident-managers'),
  ('rfc-taken-back', 'communication-leads');
insert into slipway.notice_audience (template, audience)
  select template, audience
  from unnest(array['rollout-stopped', 'rollout-paused', 'rollout-resumed', 'rollout-ended-early', 'back-out-ordered',
    'back-out-finished', 'revision-recalled', 'serious-incident']) as template,
    unnest(array['release-managers', 'change-managers', 'service-owners', 'coordinators', 'incident-managers',
      'communication-leads']) as audience;

create table slipway.outbox (
  message_id      text primary key,
  release         text not null references slipway.release,
  template        text not null references slipway.notice_template,
  event           bigint not null references slipway.event,
  recipient       text not null,
  name            text not null,
  address         text not null,
  subject         text not null,
  body            text not null,
  queued_at       timestamptz not null,
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null,
  last_error      text,
  sent_at         timestamptz
);
comment on table slipway.outbox is 'notices to one person each, written with what they tell of; sent_at empty = still to leave';
create index outbox_due on slipway.outbox (next_attempt_at) where sent_at is null;
create index outbox_by_release on slipway.outbox (release);
create index outbox_by_event on slipway.outbox (event);

create table slipway.readiness_request (
  release     text not null references slipway.release,
  round       integer not null check (round > 0),
  place       integer not null check (place >= 0),
  coordinator text not null,
  occasion    text not null,
  at          timestamptz not null,
  primary key (release, round, place)
);
create index readiness_request_by_coordinator on slipway.readiness_request (coordinator);
comment on table slipway.readiness_request is 'append-only: who is asked about some sites, fixed when the tasks are made';

create table slipway.readiness_request_site (
  release text not null,
  round   integer not null,
  place   integer not null,
  site    text not null references slipway.site,
  primary key (release, round, place, site),
  foreign key (release, round, place) references slipway.readiness_request
);
comment on table slipway.readiness_request_site is 'append-only: which sites somebody is asked about';

create table slipway.readiness (
  id          bigint generated always as identity primary key,
  release     text not null,
  round       integer not null,
  place       integer not null,
  actor       text not null,
  ready       boolean not null,
  trained     boolean not null,
  reason      text not null,
  at          timestamptz not null,
  foreign key (release, round, place) references slipway.readiness_request
);
create index readiness_by_request on slipway.readiness (release, round, place, id);
comment on table slipway.readiness is 'append-only: what coordinators said of their sites';
