package dev.menagerie.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.e2e.Api;
import dev.menagerie.server.e2e.Servers;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are invisible, or that look like another's. */
class NamesTest {
  private static final Api API = Api.of(Servers.shared());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u3164\u3164",
        "\uFFA0\uFFA0",
        "\u115F\u115F",
        "ab\u034F",
        "ab\uFE0F",
        "ab\uDB40\uDD00",
        "ab\u180B",
        "\u17B4\u17B4",
        "a\u200Db",
        "a\u202Eb",
        // one letter and 22 marks
        "Za\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030B\u030C\u030D",
        // Latin and Cyrillic in one name
        "P\u0430ul",
        // digits of two scripts
        "a1\u0661"
      })
  void aNameThatHidesSomethingIsRefused(String name) {
    API.post("/auth/guest", Map.of("name", name)).refused(400, "invalid_message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Magpie", "magpie", "MAGPIE", "Coin Tosser", "Admin"})
  void namesOfTheHouseAreReserved(String name) {
    API.post("/auth/guest", Map.of("name", name)).refused(409, "name_taken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zo\u00EB",
        "O'Neil",
        "\u3072\u308D\u3057",
        "\u0418\u0432\u0430\u043D",
        "J. R. Smith"
      })
  void ordinaryNamesAreAccepted(String name) {
    API.post("/auth/guest", Map.of("name", name)).ok();
  }

  @Test
  void aNameThatLooksLikeARegisteredOneIsTaken() {
    // "scope" and digits, in Latin and in Cyrillic letters that look the same
    var digits = UUID.randomUUID().toString().replaceAll("[^2-9]", "").substring(0, 8);
    var password = "correct horse";
    var latin = "scope" + digits;
    API.post("/auth/register", Map.of("name", latin, "password", password)).ok();
    var cyrillic = "\u0455\u0441\u043E\u0440\u0435" + digits;
    API.post("/auth/register", Map.of("name", cyrillic, "password", password))
        .refused(409, "name_taken");
    API.post("/auth/guest", Map.of("name", cyrillic)).refused(409, "name_taken");
    API.post("/auth/register", Map.of("name", latin.toUpperCase(Locale.ROOT), "password", password))
        .refused(409, "name_taken");
    assertThat(API.post("/auth/login", Map.of("name", latin, "password", password)).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "12345678", "PASSWORD", "aaaaaaaaaaaa", "qwertyuiop"})
  void passwordsThatAreTriedFirstAreRefused(String password) {
    var name = "P" + UUID.randomUUID().toString().substring(0, 18);
    API.post("/auth/register", Map.of("name", name, "password", password))
        .refused(400, "invalid_message");
  }

  @Test
  void theNameIsNoPassword() {
    var name = "P" + UUID.randomUUID().toString().substring(0, 18);
    API.post("/auth/register", Map.of("name", name, "password", name))
        .refused(400, "invalid_message");
  }
}
