-- Solutions of daily puzzles that users have looked at: a puzzle that was solved afterwards is no part of a streak.
create table seen_solutions (
  user_id text not null references users (id) on delete cascade,
  day date not null,
  seen_at timestamptz not null,
  primary key (user_id, day)
);
