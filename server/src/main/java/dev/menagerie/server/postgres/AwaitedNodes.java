package dev.menagerie.server.postgres;

import java.time.Duration;
import org.jdbi.v3.core.statement.SqlStatement;

/** Nodes that are alive and have not handed in for a run of the store, as a part of statements. */
final class AwaitedNodes {
  /** Longer than nodes take to reconnect to a Postgres that is back. */
  private static final Duration JUST_BACK = Duration.ofSeconds(10);

  static final String SELECT =
      """
      select node from nodes where handed_in_run is distinct from :run
        and (last_seen > now() - :within * interval '1 millisecond'
          or pg_postmaster_start_time() > now() - :back * interval '1 millisecond'
            and last_seen > (select max(last_seen) from nodes
                where last_seen < pg_postmaster_start_time())
              - :within * interval '1 millisecond')
      """;

  private AwaitedNodes() {}

  static <S extends SqlStatement<S>> S bind(S statement, String run, Duration seenWithin) {
    return statement
        .bind("run", run)
        .bind("within", seenWithin.toMillis())
        .bind("back", JUST_BACK.toMillis());
  }
}
