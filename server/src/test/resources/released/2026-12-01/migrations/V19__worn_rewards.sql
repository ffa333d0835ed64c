-- What users show of what they have won in the campaign; null: nothing.
create table worn_rewards (
  user_id text primary key references users (id) on delete cascade,
  title text,
  card_back text
);
