package dev.menagerie.socketio.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.http.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7692, section 7.1: offers and answers. */
class DeflateAgreementTest {
  private static final String PLAIN = "permessage-deflate; client_no_context_takeover";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "permessage-deflate | ",
        "permessage-deflate; client_max_window_bits | ",
        "permessage-deflate; client_max_window_bits=10 | ",
        "Permessage-Deflate;CLIENT_NO_CONTEXT_TAKEOVER | ",
        "x-webkit-deflate-frame, permessage-deflate | ",
        "permessage-deflate; server_no_context_takeover | ; server_no_context_takeover",
        "permessage-deflate; server_max_window_bits=9 | ; server_max_window_bits=9",
        "permessage-deflate; server_max_window_bits=\"15\" | ; server_max_window_bits=15",
        "permessage-deflate; what=1, permessage-deflate; server_max_window_bits = 8"
            + " | ; server_max_window_bits=8",
        "permessage-deflate; server_no_context_takeover; server_max_window_bits=12"
            + " | ; server_no_context_takeover; server_max_window_bits=12",
      })
  void theFirstOfferThatMakesSenseIsTaken(String offered, String answered) {
    assertThat(DeflateAgreement.of(Headers.of(DeflateAgreement.HEADER, offered)))
        .map(DeflateAgreement::header)
        .hasValue(PLAIN + (answered == null ? "" : answered));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "permessage-bzip2",
        "permessage-deflate; unheard_of",
        "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
        "permessage-deflate; server_no_context_takeover=1",
        "permessage-deflate; client_no_context_takeover=true",
        "permessage-deflate; server_max_window_bits",
        "permessage-deflate; server_max_window_bits=7",
        "permessage-deflate; server_max_window_bits=16",
        "permessage-deflate; server_max_window_bits=09",
        "permessage-deflate; server_max_window_bits=\"\"",
        "permessage-deflate; server_max_window_bits=\"",
        "permessage-deflate; client_max_window_bits=x",
        "permessage-deflate;",
      })
  void senselessRequestsAreDeclined(String offered) {
    assertThat(DeflateAgreement.of(Headers.of(DeflateAgreement.HEADER, offered))).isEmpty();
  }

  @Test
  void offersMayStandInSeveralHeaders() {
    var headers =
        Headers.of(
            DeflateAgreement.HEADER,
            "permessage-deflate; server_max_window_bits=99",
            DeflateAgreement.HEADER,
            "permessage-deflate; server_no_context_takeover");
    assertThat(DeflateAgreement.of(headers)).map(DeflateAgreement::keepsHistory).hasValue(false);
  }
}
