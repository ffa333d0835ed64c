-- The moment that an announcement is about, and whether new games are refused from then on.
alter table announcements
  add column starts_at timestamptz,
  add column close_new_games boolean not null default false;
