package dev.menagerie.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the operator's endpoints: bearer tokens, each with a name and a role. A token travels
 * in a header that no page of another origin can send, and is never in a log.
 */
public final class ManagementAccess {
  /** A shorter token could be guessed. */
  private static final int MIN_TOKEN = 32;

  private static final String BEARER = "Bearer ";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}");

  private final List<Holder> holders;
  private final boolean openOnLoopback;

  private ManagementAccess(List<Holder> holders, boolean openOnLoopback) {
    this.holders = List.copyOf(holders);
    this.openOnLoopback = openOnLoopback;
  }

  /** A role; each has the rights of those before it, too. */
  public enum Role {
    /** Read metrics. */
    METRICS,
    /** Look at everything. */
    VIEWER,
    /** Act. */
    OPERATOR;

    boolean includes(Role other) {
      return compareTo(other) >= 0;
    }
  }

  /** A caller with a token. */
  public record Operator(String name, Role role) {}

  @SuppressWarnings("ArrayRecordComponent") // compared in constant time only
  private record Holder(Operator operator, byte[] token) {
    @Override
    public String toString() {
      return operator.toString();
    }
  }

  /**
   * Access by the tokens of a file: one a line, {@code ROLE NAME TOKEN}.
   *
   * @throws IllegalArgumentException in words that do not repeat a token
   */
  public static ManagementAccess parse(String text) {
    var holders = new ArrayList<Holder>();
    var names = new HashSet<String>();
    for (var line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) continue;
      var parts = line.split("\\s+", -1);
      if (parts.length != 3
          || !NAME.matcher(parts[1]).matches()
          || parts[2].length() < MIN_TOKEN
          || !names.add(parts[1])) {
        throw new IllegalArgumentException(
            "a line is ROLE NAME TOKEN: a role of metrics, viewer, operator; a name of its own; a"
                + " token of at least "
                + MIN_TOKEN
                + " characters, such as openssl rand -hex 32 makes");
      }
      holders.add(holder(role(parts[0]), parts[1], parts[2]));
    }
    if (holders.isEmpty()) throw new IllegalArgumentException("there is no token in the file");
    return new ManagementAccess(holders, false);
  }

  /**
   * Access for a server that listens on this machine alone and was given no tokens: metrics are
   * open, all else takes the one token that the server made.
   */
  public static ManagementAccess local(String token) {
    return new ManagementAccess(List.of(holder(Role.OPERATOR, "local", token)), true);
  }

  private static Holder holder(Role role, String name, String token) {
    return new Holder(new Operator(name, role), token.getBytes(StandardCharsets.UTF_8));
  }

  private static Role role(String text) {
    try {
      return Role.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("a role is metrics, viewer or operator", unknown);
    }
  }

  /** The holder of the token in this header, if it is known. Compares in constant time. */
  Optional<Operator> holder(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(BEARER)) {
      return openOnLoopback
          ? Optional.of(new Operator("anyone here", Role.METRICS))
          : Optional.empty();
    }
    byte[] token =
        authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
    Optional<Operator> found = Optional.empty();
    for (var holder : holders) {
      if (MessageDigest.isEqual(holder.token(), token)) found = Optional.of(holder.operator());
    }
    return found;
  }
}
