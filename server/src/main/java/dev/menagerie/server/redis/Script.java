package dev.menagerie.server.redis;

import dev.menagerie.codec.Sha256;
import dev.menagerie.server.game.Deadlines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A Lua script as a library of one function. Its name contains the script's digest, so builds with
 * different scripts do not call each other's (ADR 0014).
 *
 * @param library the text that is loaded
 */
record Script(String name, String library) {
  private static final int DIGEST_BYTES = 6;

  /** Before the scripts, which are made of it. */
  private static final String PRELUDE =
      "local OUTAGE_MS = " + Deadlines.OUTAGE.toMillis() + "\n" + text("prelude");

  static final Script INSTALL = changing("install");
  static final Script COMMIT = commit(text("commit"));
  static final Script READ = reading("read");
  static final Script LOAD = reading("load");
  static final Script RECORDS = reading("records");
  static final Script SWEEP = changing("sweep");
  static final Script PUT_OFF = changing("put_off");
  static final Script BACKLOG = reading("backlog");
  static final Script RUN = reading("run");
  static final Script CERTIFY = changing("certify");
  static final Script FOLLOW = freeing("follow");
  static final Script HEADS = reading("heads");
  static final Script RESTORE = changing("restore");
  static final Script INDEX_GAMES = changing("index_games");
  static final Script REGISTER = changing("register");
  static final Script BEAT = changing("beat");
  static final Script UNSUBSCRIBED = freeing("unsubscribed");
  static final Script CONFIRM = freeing("confirm");
  static final Script UNREGISTER = freeing("unregister");
  static final Script HOLD = changing("hold");
  static final Script RELEASE = freeing("release");

  /** The commit script by its text. */
  static Script commit(String text) {
    return of("commit", "", text);
  }

  /** Refused as a whole when Redis has no memory left. */
  private static Script changing(String name) {
    return of(name, "", text(name));
  }

  /** Takes little memory, and must run when none is left. */
  private static Script freeing(String name) {
    return of(name, "'allow-oom'", text(name));
  }

  private static Script reading(String name) {
    return of(name, "'no-writes'", text(name));
  }

  private static Script of(String name, String flags, String text) {
    String full = "menagerie_" + name + "_" + digest(library(name, flags, text));
    return new Script(full, library(full, flags, text));
  }

  private static String library(String name, String flags, String text) {
    return """
    #!lua name=%s
    %s
    redis.register_function{function_name='%s', flags={%s}, callback=function(KEYS, ARGV)
    %s
    end}
    """
        .formatted(name, PRELUDE, name, flags, text);
  }

  static String text(String name) {
    try (var in = Script.class.getResourceAsStream(name + ".lua")) {
      if (in == null) throw new IllegalStateException("script " + name + " is not packaged");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Long enough to distinguish builds; it is no protection. */
  private static String digest(String text) {
    return HexFormat.of().formatHex(Sha256.of(text), 0, DIGEST_BYTES);
  }
}
