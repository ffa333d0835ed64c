package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.http.Headers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;

/**
 * The negotiated parameters of permessage-deflate (RFC 7692, section 7.1). Whatever was offered,
 * the client is asked to keep no history between its messages.
 *
 * @param windowBits how far back our references may reach: two to the power of this
 * @param isNarrow whether the client asked for a window that small
 * @param keepsHistory whether references may reach into the messages before
 */
record DeflateAgreement(int windowBits, boolean isNarrow, boolean keepsHistory) {
  static final String HEADER = "Sec-WebSocket-Extensions";

  private static final String NAME = "permessage-deflate";
  private static final String SERVER_FORGETS = "server_no_context_takeover";
  private static final String CLIENT_FORGETS = "client_no_context_takeover";
  private static final String SERVER_BITS = "server_max_window_bits";
  private static final String CLIENT_BITS = "client_max_window_bits";
  private static final int MOST_BITS = 15;

  /** The first of the client's offers that makes sense. */
  static Optional<DeflateAgreement> of(Headers headers) {
    return headers.all(HEADER).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .flatMap(offer -> of(offer).stream())
        .findFirst();
  }

  private static Optional<DeflateAgreement> of(String offer) {
    String[] parts = offer.split(";", -1);
    if (!parts[0].strip().equalsIgnoreCase(NAME)) {
      return Optional.empty();
    }
    var seen = new HashSet<String>();
    var agreement = new DeflateAgreement(MOST_BITS, false, true);
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      var name = (equals < 0 ? parts[i] : parts[i].substring(0, equals)).strip();
      var value = equals < 0 ? Optional.<String>empty() : Optional.of(unquoted(parts[i], equals));
      var key = name.toLowerCase(Locale.ROOT);
      if (!isParameter(key, value) || !seen.add(key)) {
        return Optional.empty();
      }
      if (key.equals(SERVER_FORGETS)) {
        agreement = new DeflateAgreement(agreement.windowBits, agreement.isNarrow, false);
      } else if (key.equals(SERVER_BITS)) {
        int bits = Integer.parseInt(value.orElseThrow());
        agreement = new DeflateAgreement(bits, true, agreement.keepsHistory);
      }
    }
    return Optional.of(agreement);
  }

  private static String unquoted(String parameter, int equals) {
    var value = parameter.substring(equals + 1).strip();
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static boolean isParameter(String name, Optional<String> value) {
    return switch (name) {
      case SERVER_FORGETS, CLIENT_FORGETS -> value.isEmpty();
      case SERVER_BITS -> value.filter(DeflateAgreement::isBits).isPresent();
      case CLIENT_BITS -> value.isEmpty() || value.filter(DeflateAgreement::isBits).isPresent();
      default -> false;
    };
  }

  private static boolean isBits(String value) {
    return value.matches("[89]|1[0-5]");
  }

  /** The response's header. */
  String header() {
    return NAME
        + "; "
        + CLIENT_FORGETS
        + (keepsHistory ? "" : "; " + SERVER_FORGETS)
        + (isNarrow ? "; " + SERVER_BITS + "=" + windowBits : "");
  }

  int windowBytes() {
    return 1 << windowBits;
  }
}
