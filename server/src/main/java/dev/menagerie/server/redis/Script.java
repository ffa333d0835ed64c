package dev.menagerie.server.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A Lua script by its text and the name Redis knows it by. */
record Script(String text, String sha) {
  static final Script INSTALL = named("install");
  static final Script COMMIT = named("commit");
  static final Script READ = named("read");
  static final Script LOAD = named("load");
  static final Script RECORDS = named("records");
  static final Script SWEEP = named("sweep");
  static final Script PUT_OFF = named("put_off");
  static final Script BACKLOG = named("backlog");
  static final Script CERTIFY = named("certify");
  static final Script RESTORE = named("restore");
  static final Script REGISTER = named("register");
  static final Script CONFIRM = named("confirm");
  static final Script UNREGISTER = named("unregister");
  static final Script HOLD = named("hold");
  static final Script RELEASE = named("release");

  private static Script named(String name) {
    return of(resource("prelude.lua") + resource(name + ".lua"));
  }

  static Script of(String text) {
    return new Script(text, sha1(text));
  }

  private static String resource(String name) {
    try (var in = Script.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("script " + name + " is not packaged");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Redis's own choice of digest; it names the script, it protects nothing. */
  private static String sha1(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
