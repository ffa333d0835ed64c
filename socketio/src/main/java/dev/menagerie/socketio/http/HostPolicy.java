package dev.menagerie.socketio.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Under which hosts the server may be addressed. A page of another site can make a browser resolve
 * its own name to this server's address (DNS rebinding); its requests then carry that name.
 */
public sealed interface HostPolicy {
  /** Any host: where something in front of the server checks it. */
  static HostPolicy any() {
    return new Any();
  }

  /** Loopback names and literal addresses: neither can be rebound. */
  static HostPolicy local() {
    return localAnd(Set.of());
  }

  /** Loopback names, literal addresses, and these hosts, as {@link #only} takes them. */
  static HostPolicy localAnd(Set<String> hosts) {
    return new Local(new Only(hosts));
  }

  /**
   * Exactly these hosts.
   *
   * @param hosts each a name or a literal address, with a port where it is not the usual one; one
   *     without a port is served on every port
   */
  static HostPolicy only(Set<String> hosts) {
    return new Only(hosts);
  }

  /**
   * Whether requests for this host are served.
   *
   * @param host the value of {@code Host}: a name or address, optionally with a port
   */
  boolean serves(String host);

  /** See {@link HostPolicy#any()}. */
  record Any() implements HostPolicy {
    @Override
    public boolean serves(String host) {
      return true;
    }
  }

  /** See {@link HostPolicy#local()}. */
  record Local(Only others) implements HostPolicy {
    @Override
    public boolean serves(String host) {
      String name = withoutPort(host.toLowerCase(Locale.ROOT));
      return others.serves(host)
          || name.equals("localhost")
          || name.endsWith(".localhost")
          || isLiteral(name);
    }
  }

  /** See {@link HostPolicy#only(Set)}. */
  record Only(Set<String> hosts) implements HostPolicy {
    public Only {
      hosts =
          hosts.stream()
              .map(host -> host.toLowerCase(Locale.ROOT))
              .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean serves(String host) {
      String named = host.toLowerCase(Locale.ROOT);
      return hosts.contains(named) || hosts.contains(withoutPort(named));
    }
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static boolean isLiteral(String name) {
    try {
      InetAddress.ofLiteral(
          name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name);
      return true;
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }
}
