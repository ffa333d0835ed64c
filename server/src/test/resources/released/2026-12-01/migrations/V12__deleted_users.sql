-- Users whose account is deleted and whose name may still be in games that end later.
create table deleted_users (
  user_id text primary key,
  deleted_at timestamptz not null default now()
);
