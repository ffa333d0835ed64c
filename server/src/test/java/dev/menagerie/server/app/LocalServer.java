package dev.menagerie.server.app;

import dev.menagerie.server.embedded.EmbeddedStores;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A whole server in this JVM over stores that are already running, wired as {@code serve} does. */
public final class LocalServer implements AutoCloseable {
  private final RunningServer server;

  private LocalServer(RunningServer server) {
    this.server = server;
  }

  /** The settings a test may choose. */
  public static final class Settings {
    private final ServeOptions options;

    private Settings(ServeOptions options) {
      this.options = options;
    }

    public Settings gamesPerMinute(int games) {
      options.gamesPerMinute = games;
      return this;
    }

    public Settings messagesPerSecond(int messages) {
      options.messagesPerSecond = messages;
      return this;
    }

    public Settings actionsAtOnce(int actions) {
      options.actionsAtOnce = actions;
      return this;
    }

    public Settings jwtSecretFile(Path file) {
      options.jwtSecretFile = file;
      return this;
    }

    public Settings queryTokens(boolean allowed) {
      options.queryTokens = allowed;
      return this;
    }
  }

  /** Starts on a free port; what is not chosen is generous. */
  public static LocalServer start(Path data, EmbeddedStores stores, Consumer<Settings> choose) {
    var options = new ServeOptions();
    options.port = 0;
    options.dataDir = data;
    options.redisUrl = stores.redisUrl();
    options.postgresUrl = url(stores);
    options.guestsPerMinute = 1_000_000;
    options.gamesPerMinute = 1_000_000;
    choose.accept(new Settings(options));
    options.check();
    return new LocalServer(RunningServer.start(options));
  }

  private static String url(EmbeddedStores stores) {
    var address = stores.postgres();
    var place = address.jdbcUrl().replaceFirst("^jdbc:postgresql://", "");
    var owner = address.owner();
    return "postgresql://" + owner.user() + ":" + owner.password() + "@" + place;
  }

  /** Where it is reached. */
  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
