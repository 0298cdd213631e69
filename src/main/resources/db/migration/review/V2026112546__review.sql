create table slipway.early_life (
  release text not null references slipway.release,
  round   integer not null check (round > 0),
  since   timestamptz not null,
  until   timestamptz not null check (until >= since),
  primary key (release, round)
);
comment on table slipway.early_life is 'append-only: early lives of releases, the end that they have when they begin and nothing stops them; a release that is backed out lives another one';

create table slipway.objective_score (
  release   text not null,
  round     integer not null,
  place     integer not null check (place > 0),
  objective text not null,
  critical  boolean not null,
  score     text not null check (score in ('MET', 'MISSED', 'LATER')),
  review_on timestamptz,
  remark    text not null,
  actor     text not null,
  at        timestamptz not null,
  primary key (release, round, place),
  foreign key (release, round) references slipway.early_life,
  check ((score = 'LATER') = (review_on is not null)),
  check (score <> 'LATER' or not critical)
);
comment on table slipway.objective_score is 'append-only: whether each objective was met, said once in an early life; review_on = when it is measured, if that is later';

create table slipway.benefit_review (
  release text not null,
  round   integer not null,
  place   integer not null,
  met     boolean not null,
  remark  text not null,
  actor   text not null,
  at      timestamptz not null,
  primary key (release, round, place),
  foreign key (release, round, place) references slipway.objective_score
);
comment on table slipway.benefit_review is 'append-only: what became of objectives that could not be measured in early life; never changes the outcome';

create table slipway.review_note (
  id      bigint generated always as identity primary key,
  release text not null,
  round   integer not null,
  kind    text not null check (kind in ('LESSONS', 'CONCLUSION', 'CLEARING')),
  text    text not null,
  actor   text not null,
  at      timestamptz not null,
  foreign key (release, round) references slipway.early_life
);
create index review_note_by_release on slipway.review_note (release, round, kind, id);
comment on table slipway.review_note is 'append-only: lessons, conclusions and remarks are evidence';
