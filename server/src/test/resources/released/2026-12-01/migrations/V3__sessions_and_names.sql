-- What refresh tokens are sealed with, and when and by whom the newest one was fetched: a token that
-- was good once is told from one that never was, and a lost answer can be given again.
alter table refresh_families
  add column token_key bytea not null
    default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
  add column rotated_at timestamptz not null default now(),
  add column rotated_by text not null default '';

-- What registered names look like (UTS #39): of two that look alike only one can be registered. Names
-- from before are filled in by the server; where two of them look alike, the older one is here.
create table name_skeletons (
  skeleton text primary key,
  user_id text not null references users (id) on delete cascade
);

create index name_skeletons_user on name_skeletons (user_id);

-- The version of Unicode that a name's skeletons were computed with; null: not computed yet.
alter table users add column skeleton_version text;

create index users_guests on users (created_at) where not registered;
