-- Daily puzzles that users have solved; the first solution of each counts.
create table solved_puzzles (
  user_id text not null references users (id) on delete cascade,
  day date not null,
  solved_at timestamptz not null,
  primary key (user_id, day)
);
