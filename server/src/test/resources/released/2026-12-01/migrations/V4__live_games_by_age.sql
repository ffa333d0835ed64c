-- The list of live games is ordered by age: an order by activity tells when a delayed game moves.
drop index active_games_live;
create index active_games_live on active_games (created_at desc, game_id desc)
  where audience = 'public' and status in ('setup', 'active');
