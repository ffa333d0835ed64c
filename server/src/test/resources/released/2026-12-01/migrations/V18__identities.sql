-- Who users are at OpenID Connect issuers: an identity belongs to one user, and a user has one of
-- each issuer.
create table identities (
  issuer text not null,
  subject text not null,
  user_id text not null references users (id) on delete cascade,
  linked_at timestamptz not null default now(),
  primary key (issuer, subject),
  unique (user_id, issuer)
);

-- Sign-ins at an issuer that are finished: none is finished twice, at whichever node.
create table finished_sign_ins (
  sign_in text primary key,
  expires_at timestamptz not null
);

create index finished_sign_ins_expiry on finished_sign_ins (expires_at);
