-- What operators keep from users. A user has one of each kind at most.
create table sanctions (
  user_id text not null references users (id) on delete cascade,
  kind text not null,
  -- Null: for good.
  until timestamptz,
  reason text not null,
  operator text not null,
  since timestamptz not null default now(),
  primary key (user_id, kind)
);

-- What operators did, in order; nothing secret.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  operator text not null,
  act text not null,
  -- The game, user, logger or node it was done to.
  subject text not null,
  details text not null,
  -- The status of the answer: 200, or why it was refused.
  status int not null
);

create index audit_at on audit (at);
create index audit_subject on audit (subject, id desc);

-- Operators look users up by the beginning of their names.
create index users_name on users (name_key text_pattern_ops);
