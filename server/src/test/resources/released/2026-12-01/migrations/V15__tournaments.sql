-- Tournaments, a row each: the whole tournament is written again with every change, under its lock.
create table tournaments (
  id text primary key,
  phase text not null,
  summary text not null,
  state text not null,
  starts_at timestamptz not null,
  -- When something is to be done that nobody asks for; null: nothing.
  next_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now()
);

create index tournaments_open on tournaments (starts_at) where ended_at is null;
create index tournaments_ended on tournaments (ended_at desc) where ended_at is not null;

-- Decks as they were registered. A deleted user has none any more.
create table tournament_players (
  tournament_id text not null references tournaments (id) on delete cascade,
  user_id text not null references users (id) on delete cascade,
  entry text not null,
  primary key (tournament_id, user_id)
);

create index tournament_players_user on tournament_players (user_id);

-- Games of matches. A game is final with its row, and is started after that by whichever node is
-- alive; its result is written by the transaction that ends the game.
create table tournament_games (
  game_id text primary key,
  tournament_id text not null references tournaments (id) on delete cascade,
  header text not null,
  second_entry text not null,
  planned_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  winner text,
  end_reason text,
  -- Whether the tournament has taken the result.
  taken boolean not null default false,
  -- The match was decided otherwise: the game is to end.
  surplus boolean not null default false,
  loser text
);

create index tournament_games_tournament on tournament_games (tournament_id);
create index tournament_games_new on tournament_games (tournament_id)
  where ended_at is not null and not taken;
create index tournament_games_to_start on tournament_games (planned_at)
  where started_at is null and ended_at is null;
create index tournament_games_to_end on tournament_games (planned_at)
  where surplus and ended_at is null;
