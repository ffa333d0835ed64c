-- Who plays, how they prove it, and what they play with.

create table users (
  id text primary key,
  name text not null,
  -- The name as it is compared: a registered name belongs to one user; guests share what they like.
  name_key text not null,
  registered boolean not null,
  created_at timestamptz not null default now()
);

create unique index users_registered_name on users (name_key) where registered;

create table credentials (
  user_id text primary key references users (id) on delete cascade,
  password_hash text not null,
  changed_at timestamptz not null default now()
);

-- One row per sign-in. Only the newest refresh token of a family is good: its hash stands here, and
-- whoever shows an older one ends the family.
create table refresh_families (
  id text primary key,
  user_id text not null references users (id) on delete cascade,
  token_hash bytea not null,
  rotation int not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text
);

create index refresh_families_user on refresh_families (user_id);
create index refresh_families_expiry on refresh_families (expires_at);

create table decks (
  id text primary key,
  user_id text not null references users (id) on delete cascade,
  name text not null,
  rules text not null,
  -- The deck as the protocol shows it: cards, energy_cards, energy_types.
  contents jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index decks_user on decks (user_id, created_at, id);

-- What was answered to a request that may be repeated; no status yet: it is being worked on.
create table idempotency_keys (
  user_id text not null references users (id) on delete cascade,
  key text not null,
  request_hash bytea not null,
  status int,
  body text,
  location text,
  created_at timestamptz not null default now(),
  primary key (user_id, key)
);

create index idempotency_keys_age on idempotency_keys (created_at);
