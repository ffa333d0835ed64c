-- Games: those being played, everything that happened in them, and those that are over.

-- One row per unfinished game, as of its last checkpoint (a turn boundary, usually).
create table active_games (
  game_id text primary key,
  partition smallint not null,
  game_type text not null,
  status text not null,
  -- By seat; one of them while the game waits.
  players text[] not null,
  audience text not null,
  listing text not null,
  turn_number int not null,
  summary text not null,
  -- Decks, rules and seed: not for anybody's eyes while the game runs.
  header text not null,
  header_digest text not null,
  clock_number bigint not null,
  clock_ms bigint,
  epoch int not null,
  event_id bigint not null,
  snapshot text not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  updated_at timestamptz not null default now(),
  turn_deadline timestamptz
);

create index active_games_partition on active_games (partition);
create index active_games_players on active_games using gin (players);
create index active_games_live on active_games (updated_at desc, game_id desc)
  where audience = 'public' and status in ('setup', 'active');
create index active_games_open on active_games (created_at desc, game_id desc)
  where listing = 'listed' and status = 'waiting';

-- A creator's own name for one creation.
create table game_creations (
  creator text not null,
  key text not null,
  game_id text not null,
  created_at timestamptz not null default now(),
  primary key (creator, key)
);

create index game_creations_game on game_creations (game_id);

-- Where each epoch of a game begins: rows of an earlier epoch behind that are no part of the game.
create table game_epochs (
  game_id text not null,
  epoch int not null,
  base_version bigint not null,
  base_digest text not null,
  raised_at timestamptz not null default now(),
  primary key (game_id, epoch)
);

-- Every commit of every game, finished ones included. Rows are never changed.
create table game_journal (
  game_id text not null,
  epoch int not null,
  version bigint not null,
  digest text not null,
  at timestamptz not null,
  seat smallint,
  message_id text,
  payload_hash text,
  record text not null,
  reply text not null,
  clock_number bigint not null,
  deadline timestamptz,
  paused_ms bigint,
  primary key (game_id, epoch, version)
);

create unique index game_journal_requests on game_journal (game_id, epoch, seat, message_id)
  where message_id is not null;

-- What nodes remembered when the store was restarted, and entries that contradict the journal.
create table game_journal_tails (
  game_id text not null,
  epoch int not null,
  version bigint not null,
  digest text not null,
  reason text not null,
  at timestamptz not null,
  seat smallint,
  message_id text,
  payload_hash text,
  record text not null,
  reply text not null,
  clock_number bigint not null,
  deadline timestamptz,
  paused_ms bigint,
  snapshot text,
  standing text,
  ending text,
  kept_at timestamptz not null default now(),
  primary key (game_id, epoch, version, digest)
);

-- Finished games: all that is needed to play one again and to compare every step.
create table game_history (
  game_id text primary key,
  game_type text not null,
  players text[] not null,
  audience text not null,
  listing text not null,
  turn_number int not null,
  summary text not null,
  winner_id text,
  end_reason text not null,
  epoch int not null,
  event_id bigint not null,
  digest text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  duration_ms bigint not null,
  rules text not null,
  decks text not null,
  rng_seed text not null,
  actions text not null,
  digests text not null,
  result text not null,
  final_state text not null,
  engine_version text not null,
  cards_version text not null
);

-- A user's finished games in the order they are shown.
create table game_history_players (
  user_id text not null,
  ended_at timestamptz not null,
  game_id text not null references game_history (game_id) on delete cascade,
  primary key (user_id, ended_at, game_id)
);

-- The run of the store that each partition was last compared in.
create table partition_certificates (
  partition smallint primary key,
  run_id text not null,
  node text not null,
  certified_at timestamptz not null default now()
);

-- Server nodes and the last run of the store for which each handed in what it remembered.
create table nodes (
  node text primary key,
  last_seen timestamptz not null default now(),
  handed_in_run text
);
