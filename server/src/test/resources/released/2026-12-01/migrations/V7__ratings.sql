-- Ranked games and what they did to ratings, in the order in which they were applied: ratings can be
-- computed again from these rows.
create table ranked_games (
  number bigint generated always as identity primary key,
  game_id text not null unique,
  preset text not null,
  season text not null,
  first_player text not null,
  second_player text not null,
  winner text,
  end_reason text not null,
  turns int not null,
  ended_at timestamptz not null,
  -- Why it changed no rating; null: it counts.
  not_counted text
);

create index ranked_games_pair on ranked_games (
  least(first_player, second_player), greatest(first_player, second_player), preset, ended_at)
  where not_counted is null;

-- Places of players in the seasons of presets.
create table standings (
  user_id text not null,
  preset text not null,
  season text not null,
  rating double precision not null,
  deviation double precision not null,
  volatility double precision not null,
  games int not null,
  wins int not null,
  losses int not null,
  ties int not null,
  last_game_at timestamptz,
  primary key (user_id, preset, season)
);

create index standings_ladder on standings (preset, season, rating desc, user_id);

-- What each game changed, for each of its players.
create table rating_changes (
  user_id text not null,
  game_number bigint not null references ranked_games (number),
  rating_before double precision not null,
  rating_after double precision not null,
  deviation_before double precision not null,
  deviation_after double precision not null,
  primary key (user_id, game_number)
);

create index rating_changes_game on rating_changes (game_number);
create index ranked_games_first on ranked_games (first_player, number desc);
create index ranked_games_second on ranked_games (second_player, number desc);
