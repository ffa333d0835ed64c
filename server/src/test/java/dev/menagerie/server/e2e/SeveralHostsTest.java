package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.Cli;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.postgres.PlainPostgres;
import dev.menagerie.server.redis.PlainRedis;
import dev.menagerie.testkit.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some hosts of Postgres in one address. */
class SeveralHostsTest {
  private static final String PRIMARY = "?targetServerType=primary";

  @TempDir Path directory;

  @Test
  void aFirstHostThatIsDownIsPassedOver() throws Exception {
    var one = LocalServer.postgresUrl(Stores.emptyDatabase());
    var hosts = one.replaceFirst("@", "@127.0.0.1:" + Ports.free() + ",");
    var postgres = "--postgres-url=" + hosts + PRIMARY;
    try (var redis = PlainRedis.start(own("redis"), PlainRedis.durable())) {
      String[] stores = {"--redis-url=" + redis.url(), postgres};
      try (var server = ServerProcess.start(directory.resolve("data"), stores);
          var duel = Duel.on(server.origin(), server.origin())) {
        duel.steps(4);
      }
      var other = "--data-dir=" + directory.resolve("other");
      assertThat(Cli.run("doctor", "--port=0", other, stores[0], stores[1]).out())
          .contains("ok      Postgres ")
          .doesNotContain("error", Stores.postgres().owner().password());
      assertThat(Cli.run("serve", "--print-config", stores[0], stores[1]).out())
          .contains(hosts.replaceFirst(":[^:@]*@", ":***@") + PRIMARY);
      var backup = directory.resolve("menagerie.backup").toString();
      assertThat(Cli.run("backup", stores[1], backup).exitCode()).isZero();
    }
  }

  @Test
  @Tag("long")
  void playGoesOnWithAStandbyThatWasPromoted() throws Exception {
    var programs = PlainPostgres.programs();
    try (var redis = PlainRedis.start(own("redis"), PlainRedis.durable());
        var primary = PlainPostgres.start(programs, own("primary"));
        var standby = primary.standby(programs, own("standby"))) {
      // Otherwise the standby may lack the last of what the primary has acknowledged.
      primary.execute("alter system set synchronous_standby_names = '*'");
      primary.execute("select pg_reload_conf()");
      var hosts = "127.0.0.1:" + standby.port() + ",127.0.0.1:" + primary.port();
      try (var server =
              ServerProcess.start(
                  directory.resolve("data"),
                  "--redis-url=" + redis.url(),
                  "--postgres-url=" + PlainPostgres.url(hosts) + PRIMARY);
          var duel = Duel.on(server.origin(), server.origin())) {
        duel.steps(6);
        primary.kill();
        standby.execute("select pg_promote()");
        duel.steps(6);
        duel.everyAnswerIsTheSameAgain();
        server.kill();
        server.startAgain();
        duel.steps(2);
        duel.everyAnswerIsTheSameAgain();
      }
    }
  }

  private Path own(String name) throws IOException {
    return Files.createDirectory(directory.resolve(name));
  }
}
