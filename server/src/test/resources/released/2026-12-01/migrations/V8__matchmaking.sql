-- Users who wait for an opponent, one row each.
create table matchmaking_tickets (
  user_id text primary key references users (id) on delete cascade,
  preset text not null,
  game_type text not null,
  rating double precision not null,
  -- Name and deck as they were when the user queued.
  entry text not null,
  last_opponent text,
  -- When the house may take the other seat; null: never.
  bot_at timestamptz,
  since timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  -- The game that the ticket was taken for, and whether that is yet to be started: the ticket cannot
  -- be given back until then.
  game_id text,
  starting boolean not null default false
);

create index matchmaking_tickets_waiting on matchmaking_tickets (since) where game_id is null;

-- Pairs that were made. A pair is final with its row; the game is started after that, from the
-- header and the second player's entry, by whichever node is alive.
create table matches (
  game_id text primary key,
  preset text not null,
  game_type text not null,
  first_user text not null,
  second_user text not null,
  header text not null,
  second_entry text not null,
  -- How long the first one, who waited longer, had waited.
  waited_ms bigint not null,
  paired_at timestamptz not null default now(),
  started_at timestamptz
);

create index matches_to_start on matches (paired_at) where started_at is null;
create index matches_first on matches (first_user, paired_at desc);
create index matches_second on matches (second_user, paired_at desc);
create index matches_queue on matches (preset, game_type, paired_at desc);

create index matchmaking_tickets_game on matchmaking_tickets (game_id) where game_id is not null;
