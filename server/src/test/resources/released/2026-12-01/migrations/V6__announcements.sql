-- What the operator tells everyone in the lobby.
create table announcements (
  id text primary key,
  text text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
