package dev.menagerie.socketio.http;

import java.net.InetAddress;

/** An address as a limit should see it. */
public final class ClientNetwork {
  /** A household has at least a /64 of IPv6: one address of it means all of them. */
  private static final int IPV6_PREFIX_BYTES = 8;

  private ClientNetwork() {}

  /** The address itself for IPv4, its /64 network for IPv6. */
  public static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length <= IPV6_PREFIX_BYTES
          ? address
          : network(bytes); // or IPv4 in IPv6 clothes
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }

  private static String network(byte[] address) {
    var network = new StringBuilder();
    for (int i = 0; i < IPV6_PREFIX_BYTES; i += 2) {
      network
          .append(Integer.toHexString((address[i] & 0xFF) << 8 | (address[i + 1] & 0xFF)))
          .append(':');
    }
    return network.append(':').toString();
  }
}
