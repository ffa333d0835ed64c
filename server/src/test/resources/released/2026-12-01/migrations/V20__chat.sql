-- What players said to each other, where the house has chat. A deleted user's messages go with them.
create table chat_messages (
  id bigint generated always as identity primary key,
  game_id text not null,
  user_id text not null references users (id) on delete cascade,
  said_at timestamptz not null default now(),
  text text not null
);

create index chat_messages_game on chat_messages (game_id, id);
create index chat_messages_user on chat_messages (user_id, id);
create index chat_messages_age on chat_messages (said_at);
