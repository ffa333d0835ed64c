package dev.menagerie.socketio.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The proxies whose word about a client's address is taken. {@code X-Forwarded-For} and {@code
 * X-Forwarded-Proto} from anyone else are ignored: they are the client's to forge.
 */
public final class TrustedProxies {
  /** Nobody writes more hops than this by accident; the rest of a longer list is not looked at. */
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

  /** The client's address: the last hop that is not one of these proxies. */
  public String clientAddress(String peer, Headers headers) {
    if (!trusts(peer)) {
      return peer;
    }
    List<String> hops = hops(headers);
    String client = peer;
    for (int i = hops.size() - 1; i >= 0 && hops.size() - i <= MAX_HOPS; i--) {
      String hop = hops.get(i);
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

  /** Whether the client came over TLS, by a trusted proxy's word. */
  public boolean saysSecure(String peer, Headers headers) {
    return trusts(peer)
        && headers.first("X-Forwarded-Proto").filter("https"::equalsIgnoreCase).isPresent();
  }

  private boolean trusts(String address) {
    return !blocks.isEmpty()
        && ADDRESS.matcher(address).matches()
        && blocks.stream().anyMatch(block -> block.contains(literal(address)));
  }

  private static List<String> hops(Headers headers) {
    var hops = new ArrayList<String>();
    for (String value : headers.all("X-Forwarded-For")) {
      for (String hop : value.split(",", -1)) {
        hops.add(hop.strip());
      }
    }
    return hops;
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
      int slash = text.indexOf('/');
      byte[] network =
          InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash)).getAddress();
      int bits = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > network.length * 8) {
        throw new IllegalArgumentException("not a CIDR block: " + text);
      }
      return new Block(network, bits);
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
