-- Who a waiting game is for, so that users find the invitations they got.
alter table active_games add column invited text;

create index active_games_invited on active_games (invited, created_at desc, game_id desc)
  where invited is not null and status = 'waiting';
