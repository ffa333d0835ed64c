package dev.menagerie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
  private static final PathTemplate WORN = PathTemplate.of("/users/{id}/worn");

  @ParameterizedTest
  @CsvSource({
    "u7Qx, u7Qx",
    "bot:random, bot:random",
    "bot%3Arandom, bot:random",
    "bot%3arandom, bot:random",
    "%75ser, user",
    "2026-11-30, 2026-11-30"
  })
  void anIdIsTheSameEncodedOrNot(String segment, String id) {
    assertThat(WORN.match(PathTemplate.split("/users/" + segment + "/worn")))
        .contains(Map.of("id", id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "%2F", "a%2Fb", "a%2fb", "%2e%2e", "..", "a%00b", "a%0Ab", "%", "%4", "%zz", "a+b",
        "a%20b", "%C3%A4", "%ff", "%252F"
      })
  void whatIsNoIdMatchesNothing(String segment) {
    assertThat(WORN.match(PathTemplate.split("/users/" + segment + "/worn"))).isEmpty();
  }

  @Test
  void plainSegmentsAreComparedAsSent() {
    assertThat(WORN.match(PathTemplate.split("/%75sers/a/worn"))).isEmpty();
    assertThat(WORN.match(PathTemplate.split("/users/a/worn/"))).isEmpty();
  }
}
