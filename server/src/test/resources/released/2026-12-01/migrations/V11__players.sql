-- What users are to each other, and who can be found by name.

create table blocks (
  user_id text not null references users (id) on delete cascade,
  blocked text not null references users (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (user_id, blocked)
);

create index blocks_blocked on blocks (blocked, user_id);

-- One row per pair, the smaller id first.
create table friendships (
  first_user text not null references users (id) on delete cascade,
  second_user text not null references users (id) on delete cascade,
  asked_by text not null,
  asked_at timestamptz not null default now(),
  -- Null: the other one has not answered yet.
  accepted_at timestamptz,
  primary key (first_user, second_user),
  check (first_user < second_user)
);

create index friendships_second on friendships (second_user);

alter table users add column findable boolean not null default true;
