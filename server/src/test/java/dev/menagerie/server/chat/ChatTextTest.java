package dev.menagerie.server.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "good game",
        "Schöner Zug!",
        "良い対戦でした",
        "สวัสดี",
        "ขอบคุณ ครับ",
        "👍🏽 👩\u200D🚀 ❤\uFE0F",
        "<b>no markup</b> & \"quotes\"",
        "1 + 1 = 2 €"
      })
  void linesOfEveryScriptStayAsTheyAre(String line) {
    assertThat(new ChatText(line).value()).isEqualTo(line);
  }

  @Test
  void whiteSpaceIsSingleSpacesAndLettersAreComposed() {
    assertThat(new ChatText(" a\n\tb  c ").value()).isEqualTo("a b c");
    assertThat(new ChatText("u\u0308ber").value()).isEqualTo("über");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n ",
        "a\u0000b",
        "a\u0007b",
        "invisible\u200Bspace",
        "\u202Ebackwards",
        "\u2066isolated\u2069",
        "\u0301\u0301",
        "z\u0351\u0352\u0353\u0354",
        "\uE000",
        "half a pair \uD83D"
      })
  void whatCannotBeReadIsRefused(String line) {
    assertThatThrownBy(() -> new ChatText(line)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoHundredCharactersAreTheMost() {
    assertThat(new ChatText("🦊".repeat(200)).value()).hasSize(400);
    assertThatThrownBy(() -> new ChatText("a".repeat(201))).hasMessageContaining("200");
    assertThatThrownBy(() -> new ChatText("🦊".repeat(201))).hasMessageContaining("200");
    assertThatThrownBy(() -> new ChatText(" ".repeat(100_000))).hasMessageContaining("200");
  }
}
