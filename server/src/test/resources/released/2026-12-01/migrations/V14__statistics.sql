-- What a user's statistics are counted from: written with the game's end, and for older games by the
-- cleanup. A result that is null is not known yet.
alter table game_history_players
  add column preset text,
  add column game_type text,
  add column result text,
  add column opponent text,
  add column against_bot boolean,
  add column turns int,
  add column duration_ms bigint,
  -- The prints of both decks, and their names as the players had chosen them.
  add column deck text,
  add column deck_name text,
  add column opponent_deck text,
  add column opponent_deck_name text;

create index game_history_players_unknown on game_history_players (game_id) where result is null;

-- A name for the content of a deck: decks with the same cards have the same print.
create function deck_print(deck jsonb) returns text language sql immutable as $$
  select case when deck is null then null else left(encode(sha256(convert_to(
    coalesce((
      select string_agg(kind || ':' || (card ->> 'card') || ':' || (card ->> 'count'), ','
        order by kind, card ->> 'card')
      from (
        select 'c' as kind, jsonb_array_elements(coalesce(deck -> 'cards', '[]')) as card
        union all
        select 'e', jsonb_array_elements(coalesce(deck -> 'energy_cards', '[]'))) as cards), '')
    || coalesce(deck ->> 'energy_types', ''), 'UTF8')), 'hex'), 16) end
$$;
