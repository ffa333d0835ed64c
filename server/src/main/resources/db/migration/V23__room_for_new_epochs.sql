-- Room on each page for rows that get another epoch when the store is recovered: such an update then
-- changes no index, not even that of the players.
alter table active_games set (fillfactor = 70);
