package dev.menagerie.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdditionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- why\ncreate table notes (id text primary key, text text not null check (text <> ''));"
            + " create unique index notes_text on notes (text);"
            + " insert into notes select id, 'x' from users;",
        "create index users_name on users (name, created_at) where name is not null;",
        "alter table users add column notes text,\n  add column seen boolean not null default false;",
        "alter table users add column price numeric(5, 2) default 1, add column b text",
        "alter table active_games set (fillfactor = 70);",
        "create table notes (user_id text references users (id) on delete cascade);",
        "create table a (id text primary key); create table b (a text references a (id));",
      })
  void theBuildBeforeGoesOn(String sql) {
    assertThat(Additions.problems(sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table users drop column name;",
        "alter table users rename column name to names;",
        "alter table users add column notes text not null;",
        "alter table users add column notes text default '', add column b text not null;",
        "alter table users add column notes text unique;",
        "alter table users add column notes text, drop column name;",
        "alter table users add constraint named check (name <> '');",
        "alter table users alter column name type varchar(9);",
        "create unique index users_name on users (name);",
        "create table notes (user_id text references users (id));",
        "create table notes (user_id text references users on delete restrict);",
        "update users set name = 'x';",
        "delete from users;",
        "drop table users;",
        "drop index users_name;",
        "insert into users values ('x');",
        "create or replace function f() returns int language sql as 'select 1';",
      })
  void theBuildBeforeWouldFail(String sql) {
    assertThat(Additions.problems(sql)).hasSize(1);
  }
}
