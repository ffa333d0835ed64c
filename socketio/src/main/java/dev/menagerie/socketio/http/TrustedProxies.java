package dev.menagerie.socketio.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies whose forwarded headers are believed. {@code X-Forwarded-For}, {@code
 * X-Forwarded-Proto} and {@code X-Forwarded-Host} from any other address are ignored: clients can
 * forge them.
 */
public final class TrustedProxies {
  /** No deployment has more hops; the rest of a longer list is ignored. */
  private static final int MAX_HOPS = 16;

  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
  private static final TrustedProxies NONE = new TrustedProxies(List.of());

  private final List<Block> blocks;

  private TrustedProxies(List<Block> blocks) {
    this.blocks = blocks;
  }

  /** No proxy: the peer of the TCP connection is the client. */
  public static TrustedProxies none() {
    return NONE;
  }

  /**
   * Proxies given as addresses or as CIDR blocks, for instance {@code 127.0.0.1} or {@code
   * 10.0.0.0/8}.
   *
   * @throws IllegalArgumentException if one of them is neither
   */
  public static TrustedProxies of(List<String> addressesAndBlocks) {
    return new TrustedProxies(addressesAndBlocks.stream().map(Block::parse).toList());
  }

  /**
   * The client's address: the last hop that is not one of these proxies. A hop may carry a port, as
   * some proxies write it; the port is dropped.
   */
  public String clientAddress(String peer, Headers headers) {
    if (!trusts(peer)) {
      return peer;
    }
    List<String> hops = values(headers, "X-Forwarded-For");
    String client = peer;
    for (int i = hops.size() - 1; i >= 0 && hops.size() - i <= MAX_HOPS; i--) {
      String hop = withoutPort(hops.get(i));
      if (!ADDRESS.matcher(hop).matches()) {
        return client;
      }
      client = hop;
      if (!trusts(hop)) {
        return client;
      }
    }
    return client;
  }

  /** Whether the client came over TLS, as the nearest proxy says if it is a trusted one. */
  public boolean saysSecure(String peer, Headers headers) {
    List<String> schemes = values(headers, "X-Forwarded-Proto");
    return trusts(peer) && !schemes.isEmpty() && schemes.getLast().equalsIgnoreCase("https");
  }

  /** The host the client asked for: a trusted proxy may forward it as {@code X-Forwarded-Host}. */
  public Optional<String> host(String peer, Headers headers) {
    List<String> forwarded = trusts(peer) ? values(headers, "X-Forwarded-Host") : List.of();
    return forwarded.isEmpty() ? headers.first("Host") : Optional.of(forwarded.getLast());
  }

  /** Whether this address is one of these proxies. */
  public boolean trusts(String address) {
    return !blocks.isEmpty()
        && ADDRESS.matcher(address).matches()
        && blocks.stream().anyMatch(block -> block.contains(literal(address)));
  }

  private static List<String> values(Headers headers, String name) {
    var values = new ArrayList<String>();
    for (String line : headers.all(name)) {
      for (String value : line.split(",", -1)) {
        values.add(value.strip());
      }
    }
    return values;
  }

  /** {@code 192.0.2.1:443} and {@code [2001:db8::1]:443} without port and brackets. */
  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end > 0 && hop.substring(end + 1).matches("(:[0-9]{1,5})?")
          ? hop.substring(1, end)
          : hop;
    }
    int colon = hop.indexOf(':');
    boolean one = colon > 0 && colon == hop.lastIndexOf(':');
    return one && hop.substring(colon + 1).matches("[0-9]{1,5}") ? hop.substring(0, colon) : hop;
  }

  private static byte[] literal(String address) {
    try {
      return InetAddress.ofLiteral(address).getAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return new byte[0];
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // private and never compared
  private record Block(byte[] network, int bits) {
    static Block parse(String text) {
      try {
        int slash = text.indexOf('/');
        byte[] network =
            InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash)).getAddress();
        int bits = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits >= 0 && bits <= network.length * 8) {
          return new Block(network, bits);
        }
      } catch (IllegalArgumentException _) { // answered below
      }
      throw new IllegalArgumentException("neither an address nor a CIDR block: " + text);
    }

    boolean contains(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit & 7);
        if ((address[bit >> 3] & mask) != (network[bit >> 3] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
