package dev.menagerie.server.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where a server listens.
 *
 * @param host a name or literal address; a literal of IPv6 without brackets
 * @param port from 0 to 65535; 0 means any free one
 */
public record ListenAddress(String host, int port) {
  /** The address as it is given, with or without the brackets that URLs have around IPv6. */
  public static ListenAddress of(String host, int port) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return new ListenAddress(bracketed ? host.substring(1, host.length() - 1) : host, port);
  }

  /** The same address with a port of its own where any free one was wanted. */
  public ListenAddress withPort() {
    return port == 0 ? new ListenAddress(host, probe()) : this;
  }

  /** Why nothing can listen here, if so. */
  public Optional<String> problem() {
    try {
      probe();
      return Optional.empty();
    } catch (CommandFailure e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Documents name the address before the server listens, so the port has to be known. */
  private int probe() {
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return probe.getLocalPort();
    } catch (UnknownHostException e) {
      throw CommandFailure.failed("cannot listen on " + this + ": unknown host");
    } catch (IOException e) {
      throw CommandFailure.failed("cannot listen on " + this + ": " + e.getMessage());
    }
  }

  /** How a browser on this machine reaches it without TLS. */
  public String url() {
    return url(false);
  }

  /** How a browser on this machine reaches it. */
  public String url(boolean secure) {
    boolean any = host.equals("0.0.0.0") || host.equals("::");
    return (secure ? "https://" : "http://") + new ListenAddress(any ? "127.0.0.1" : host, port);
  }

  /** As in a URL: {@code 127.0.0.1:8080}, {@code [::1]:8080}. */
  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
