package dev.menagerie.server.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.embedded.EmbeddedStores.Kind;
import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.testkit.ForeignProgram;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.ScriptOutputType;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoresTest {
  /** Kept as a transaction in Redis's file, which it reads back by other rules than a lone SET. */
  private static final String TWO_WRITES =
      "redis.call('set', KEYS[2], ARGV[1]) return redis.call('set', KEYS[1], ARGV[1])";

  private static final String[] KEYS = {"kept", "beside"};

  @TempDir Path directory;

  @Test
  void dataOutlivesRestartsAndKillsWhateverTheDirectoryIsCalled() throws Exception {
    Path awkward = directory.resolve("my \"data\" ä\\");
    try (var data = DataDirectory.lock(awkward);
        var stores = EmbeddedStores.start(data)) {
      write(stores, "kept");
    }
    try (var data = DataDirectory.lock(awkward);
        var stores = EmbeddedStores.start(data)) {
      for (Kind kind : Kind.values()) {
        var store = stores.store(kind);
        int port = store.port();
        store.kill();
        store.start();
        assertThat(store.port()).isEqualTo(port);
      }
      assertThat(read(stores)).containsExactly("kept", "kept");
    }
  }

  /** Debian's, which has another allocator and runs where nothing of ours was unpacked. */
  @Test
  void aRedisOfTheMachineGoesOnWithTheData() throws Exception {
    ForeignProgram.requires("redis-server", "--version");
    try (var data = DataDirectory.lock(directory);
        var stores = EmbeddedStores.start(data)) {
      write(stores, "kept");
    }
    var program = ProgramRunner.find("redis-server").orElseThrow();
    try (var data = DataDirectory.lock(directory);
        var stores =
            new EmbeddedStores(data, List.of(Kind.POSTGRES, Kind.REDIS), Optional.of(program))) {
      stores.start();
      assertThat(read(stores)).containsExactly("kept", "kept");
      try (var client = RedisClient.create(stores.redisUrl());
          var connection = client.connect()) {
        assertThat(connection.sync().info("server")).contains("executable:" + program);
      }
    }
  }

  @Test
  void theNextServerWorksAfterOneWasKilled() throws Exception {
    Process killed = child(directory);
    var orphans = pids(firstLine(killed));
    killed.destroyForcibly().waitFor();
    assertThat(orphans).allMatch(ProcessHandle::isAlive);

    try (var data = DataDirectory.lock(directory);
        var stores = EmbeddedStores.start(data)) {
      assertThat(orphans).noneMatch(ProcessHandle::isAlive);
      write(stores, "after");
      assertThat(read(stores)).containsExactly("after", "after");
    }
  }

  /** Any process on this machine may connect and ask without reading the answers. */
  @Test
  void clientsThatDoNotReadDoNotFillRedis() throws Exception {
    try (var data = DataDirectory.lock(directory);
        var stores = EmbeddedStores.start(data);
        var client = RedisClient.create(stores.redisUrl());
        var connection = client.connect()) {
      var strangers = new ArrayList<Thread>();
      int port = stores.store(Kind.REDIS).port();
      for (int i = 0; i < 8; i++) {
        strangers.add(Thread.startVirtualThread(() -> askWithoutReading(port)));
      }
      for (var stranger : strangers) stranger.join();
      var memory = connection.sync().info("memory");
      var peak = Pattern.compile("used_memory_peak:(\\d+)").matcher(memory);
      assertThat(peak.find()).isTrue();
      System.out.println("Redis's peak with 8 strangers: " + peak.group(1) + " bytes");
      assertThat(Long.parseLong(peak.group(1))).isLessThan(128 << 20);
      assertThat(connection.sync().ping()).isEqualTo("PONG");
    }
  }

  /** Ends when Redis hangs up, or after 64 MB of questions with six times as many answers. */
  private static void askWithoutReading(int port) {
    var questions = "PING\r\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      for (int sent = 0; sent < 64 << 20; sent += questions.length) {
        socket.getOutputStream().write(questions);
      }
    } catch (IOException hungUp) {
      // as it should be
    }
  }

  @Test
  void serversRunSideBySideEachInItsOwnDirectory() throws Exception {
    Process neighbour = child(directory.resolve("a"));
    assertThat(firstLine(neighbour)).startsWith("ready");
    try (var data = DataDirectory.lock(directory.resolve("b"));
        var stores = EmbeddedStores.start(data)) {
      write(stores, "mine");
      assertThat(read(stores)).containsExactly("mine", "mine");
      assertThat(neighbour.isAlive()).isTrue();
    }
    assertThatThrownBy(() -> DataDirectory.lock(directory.resolve("a")))
        .isInstanceOf(DataDirectoryInUse.class)
        .hasMessageContaining("is in use by another server (process " + neighbour.pid() + ")")
        .hasMessageContaining("--data-dir");
    end(neighbour);
    DataDirectory.lock(directory.resolve("a")).close();
  }

  @Test
  void aSecondServerInTheSameProcessIsRefusedAndTakesNothing() throws Exception {
    try (var _ = DataDirectory.lock(directory)) {
      assertThatThrownBy(() -> DataDirectory.lock(directory))
          .isInstanceOf(DataDirectoryInUse.class);
      Process other = child(directory);
      assertThat(firstLine(other)).startsWith("refused data directory");
      end(other);
    }
  }

  @Test
  void aForeignProcessWithAnOldPidIsLeftAlone() throws Exception {
    var stranger = new ProcessBuilder("sleep", "60").start();
    try (var data = DataDirectory.lock(directory)) {
      String record = stranger.pid() + " " + stranger.info().startInstant().orElseThrow() + "\n";
      Files.writeString(data.directory("redis").resolve("redis.process"), record);
      Files.writeString(data.directory("redis").resolve("redis.pid"), stranger.pid() + "\n");
      EmbeddedStores.stopOrphans(data);
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aPostgresThatIsNotDurableIsRefused() throws Exception {
    try (var data = DataDirectory.lock(directory)) {
      try (var stores = EmbeddedStores.start(data);
          var superuser = superuser(data, stores);
          var statement = superuser.createStatement()) {
        statement.execute("alter system set fsync = off");
      }
      assertThatThrownBy(() -> EmbeddedStores.start(data))
          .isInstanceOf(EmbeddedStoreFailed.class)
          .hasMessageContaining("fsync = off");
    }
  }

  @Test
  void theApplicationsUsersCanDoTheirWorkAndTheirSecretsAreTheirs() throws Exception {
    try (var data = DataDirectory.lock(directory);
        var stores = EmbeddedStores.start(data)) {
      secretsAreTheirOwnersAlone(data);
      for (var login : List.of(stores.postgres().application(), stores.postgres().owner())) {
        try (var connection = connect(stores.postgres(), login);
            var row =
                connection
                    .createStatement()
                    .executeQuery("select rolsuper from pg_roles where rolname = current_user")) {
          row.next();
          assertThat(row.getBoolean(1)).isFalse();
        }
      }
      try (var redis = RedisClient.create(stores.redisUrl())) {
        var commands = redis.connect().sync();
        assertThat(commands.info("server")).contains("redis_version:7");
        assertThatThrownBy(commands::flushall).isInstanceOf(RedisCommandExecutionException.class);
        assertThatThrownBy(() -> commands.configGet("*"))
            .isInstanceOf(RedisCommandExecutionException.class);
        assertThatThrownBy(() -> commands.keys("*"))
            .isInstanceOf(RedisCommandExecutionException.class);
      }
      try (var nobody = RedisClient.create("redis://127.0.0.1:" + redisPort(stores))) {
        assertThatThrownBy(nobody::connect).isInstanceOf(RedisConnectionException.class);
      }
    }
  }

  private void secretsAreTheirOwnersAlone(DataDirectory data) throws Exception {
    var secrets = List.of("redis", "postgres-owner", "postgres-application");
    for (String name : secrets) assertThat(mode("secrets/" + name)).isEqualTo("rw-------");
    assertThat(mode("redis/redis.conf")).isEqualTo("rw-------");
    assertThat(mode("secrets")).isEqualTo("rwx------");
    var before = data.secret("redis");
    assertThat(data.secret("redis")).isEqualTo(before).hasSizeGreaterThan(40);
    Path leaked = directory.resolve("secrets/postgres-owner");
    Files.setPosixFilePermissions(leaked, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> data.secret("postgres-owner")).hasMessageContaining("chmod 600");
  }

  private static int redisPort(EmbeddedStores stores) {
    return stores.store(Kind.REDIS).port();
  }

  private String mode(String file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file)));
  }

  private static void write(EmbeddedStores stores, String value) throws SQLException {
    try (var connection = connect(stores.postgres(), stores.postgres().owner());
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (value text)");
      statement.execute("insert into kept values ('" + value + "')");
    }
    try (var redis = RedisClient.create(stores.redisUrl())) {
      redis.connect().sync().eval(TWO_WRITES, ScriptOutputType.STATUS, KEYS, value);
    }
  }

  private static List<String> read(EmbeddedStores stores) throws SQLException {
    try (var connection = connect(stores.postgres(), stores.postgres().owner());
        var row = connection.createStatement().executeQuery("select value from kept");
        var redis = RedisClient.create(stores.redisUrl())) {
      row.next();
      return List.of(row.getString(1), redis.connect().sync().get("kept"));
    }
  }

  private static Connection connect(PostgresAddress address, PostgresAddress.Login login)
      throws SQLException {
    var properties = new Properties();
    properties.put("user", login.user());
    properties.put("password", login.password());
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }

  private static Connection superuser(DataDirectory data, EmbeddedStores stores)
      throws SQLException {
    return connect(
        stores.postgres(),
        new PostgresAddress.Login("postgres", data.secret("postgres-superuser")));
  }

  private static Process child(Path directory) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            ChildServer.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String firstLine(Process child) throws Exception {
    var output = new BufferedReader(child.inputReader(StandardCharsets.UTF_8));
    String line = output.readLine();
    return line == null ? "" : line;
  }

  private static List<ProcessHandle> pids(String ready) {
    return List.of(ready.split(" ")).stream()
        .skip(1)
        .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
        .toList();
  }

  private static void end(Process child) throws Exception {
    child.getOutputStream().close();
    assertThat(child.waitFor(60, SECONDS)).isTrue();
  }
}
