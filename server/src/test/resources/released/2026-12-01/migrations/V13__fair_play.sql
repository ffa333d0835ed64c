-- Users whose emotes a user does not want to see.
create table mutes (
  user_id text not null references users (id) on delete cascade,
  muted text not null references users (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (user_id, muted)
);

create index mutes_muted on mutes (muted, created_at desc);

-- What users report to the operators.
create table reports (
  id bigint generated always as identity primary key,
  reporter text not null references users (id) on delete cascade,
  reported text not null references users (id) on delete cascade,
  reason text not null,
  -- Empty: no game.
  game_id text not null,
  details text not null,
  created_at timestamptz not null default now(),
  -- Null: it waits for an operator.
  closed_at timestamptz,
  closed_by text,
  note text
);

-- A user reports another one once for a game, as long as nobody has looked at it.
create unique index reports_open on reports (reporter, reported, game_id) where closed_at is null;
create index reports_waiting on reports (id) where closed_at is null;
create index reports_reported on reports (reported, id desc);
create index reports_reporter on reports (reporter, id desc);
create index reports_closed on reports (closed_at) where closed_at is not null;
