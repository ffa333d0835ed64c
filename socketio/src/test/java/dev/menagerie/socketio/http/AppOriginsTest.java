package dev.menagerie.socketio.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Apps send origins that no server serves. */
class AppOriginsTest {
  private static final Optional<Origin> SERVER = Origin.parse("https://play.example.org");

  @ParameterizedTest
  @ValueSource(
      strings = {"capacitor://localhost", "ionic://localhost", "null", "tauri://localhost"})
  void anAppThatIsNamedIsAllowedAndNoOther(String app) {
    var policy = OriginPolicy.allowing(Set.of(app));

    assertThat(policy.allows(app, SERVER)).isTrue();
    assertThat(policy.allows("https://play.example.org", SERVER)).isTrue();
    assertThat(policy.allows("other://localhost", SERVER)).isFalse();
    assertThat(policy.allows("https://evil.example.org", SERVER)).isFalse();
  }

  @Test
  void nullIsAllowedOnlyWhereItIsNamed() {
    assertThat(OriginPolicy.sameOrigin().allows("null", SERVER)).isFalse();
    assertThat(OriginPolicy.allowing(Set.of("https://a.example.org")).allows("null", SERVER))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "capacitor://",
        "capacitor://localhost/",
        "capacitor://a b",
        "//localhost",
        "ftp://b.example",
        "wss://b.example",
        "file://localhost",
        "https://play.example.org/path",
        "https://",
        "http:///"
      })
  void otherTextsAreRefused(String text) {
    assertThat(OriginPolicy.isOrigin(text)).isFalse();
    assertThatThrownBy(() -> OriginPolicy.allowing(Set.of(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
