-- Games that are played against an opponent of the campaign; a row goes with the end of its game.
create table campaign_games (
  game_id text primary key,
  user_id text not null references users (id) on delete cascade,
  opponent_id text not null,
  begun_at timestamptz not null default now()
);

create index campaign_games_user on campaign_games (user_id);

-- First wins, written by the transaction that ends the game.
create table campaign_wins (
  user_id text not null references users (id) on delete cascade,
  opponent_id text not null,
  game_id text not null,
  won_at timestamptz not null,
  primary key (user_id, opponent_id)
);
