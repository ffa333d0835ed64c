-- What playing games alone does not write, for the fixture of a release: ReleasedVersionsTest.
insert into users (id, name, name_key, registered) values ('u1', 'Zoë', 'zoë', true), ('u2', 'Max', 'max', true);
insert into credentials (user_id, password_hash) values ('u1', 'a hash');
insert into refresh_families (id, user_id, token_hash, expires_at)
  values ('s1', 'u1', '\x00ff', now() + interval '30 days');
insert into decks (id, user_id, name, rules, contents)
  values ('d1', 'u1', 'Mine', 'pocket', '{"cards": [{"card": "thistlepup", "count": 2}]}');
insert into idempotency_keys (user_id, key, request_hash, status, body, location)
  values ('u1', 'k1', '\x0102', 201, '{"game_id": "g1"}', '/games/g1');
insert into nodes (node, handed_in_run) values ('n1', 'a run of Redis');
insert into game_creations (creator, key, game_id) values ('u1', 'rest-k1', 'g1');
insert into game_journal_tails (game_id, epoch, version, digest, reason, at, record, reply, clock_number)
  values ('g1', 1, 1, 'd', 'orphaned', now(), '{}', '{}', 1);
insert into announcements (id, text, created_at, expires_at, starts_at, close_new_games)
  values ('a1', 'Maintenance tonight', now(), now() + interval '1 day', now() + interval '1 hour', true);
insert into audit (operator, act, subject, details, status) values ('op', 'mute', 'u2', '{}', 200);
insert into sanctions (user_id, kind, until, reason, operator)
  values ('u2', 'mute', now() + interval '1 day', 'spam', 'op');
insert into deleted_users (user_id) values ('u9');
insert into blocks (user_id, blocked) values ('u1', 'u2');
insert into mutes (user_id, muted) values ('u1', 'u2');
insert into friendships (first_user, second_user, asked_by, accepted_at) values ('u1', 'u2', 'u1', now());
insert into reports (reporter, reported, reason, game_id, details) values ('u1', 'u2', 'conduct', 'g1', 'rude');
insert into chat_messages (game_id, user_id, text) values ('g1', 'u1', 'Good luck');
insert into identities (issuer, subject, user_id) values ('https://id.example', '42', 'u1');
insert into finished_sign_ins (sign_in, expires_at) values ('x', now() + interval '1 day');
insert into worn_rewards (user_id, title, card_back) values ('u1', 'first-steps', null);
insert into campaign_games (game_id, user_id, opponent_id) values ('g2', 'u1', 'o1');
insert into campaign_wins (user_id, opponent_id, game_id, won_at) values ('u1', 'o1', 'g2', now());
insert into solved_puzzles (user_id, day, solved_at) values ('u1', '2026-12-01', now());
insert into seen_solutions (user_id, day, seen_at) values ('u1', '2026-11-30', now());
insert into ranked_games (game_id, preset, season, first_player, second_player, winner, end_reason, turns, ended_at)
  values ('g3', 'pocket', '2026', 'u1', 'u2', 'u1', 'points', 9, now());
insert into rating_changes (user_id, game_number, rating_before, rating_after, deviation_before, deviation_after)
  select 'u1', number, 1500, 1510, 350, 300 from ranked_games;
insert into standings (user_id, preset, season, rating, deviation, volatility, games, wins, losses, ties, last_game_at)
  values ('u1', 'pocket', '2026', 1510, 300, 0.06, 1, 1, 0, 0, now());
insert into matchmaking_tickets (user_id, preset, game_type, rating, entry) values ('u2', 'pocket', 'ranked', 1500, '{}');
insert into matches (game_id, preset, game_type, first_user, second_user, header, second_entry, waited_ms)
  values ('g4', 'pocket', 'ranked', 'u1', 'u2', '{}', '{}', 1200);
insert into tournaments (id, phase, summary, state, starts_at) values ('t1', 'signing_up', '{}', '{}', now());
insert into tournament_players (tournament_id, user_id, entry) values ('t1', 'u1', '{}');
insert into tournament_games (game_id, tournament_id, header, second_entry) values ('g5', 't1', '{}', '{}');
