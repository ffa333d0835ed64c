-- Finished games in the order in which they are forgotten: first their commits, then all of them.
alter table game_history add column has_journal boolean not null default true;
create index game_history_ended on game_history (ended_at, game_id);
create index game_history_journal on game_history (ended_at, game_id) where has_journal;
