package dev.menagerie.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
  record Id(String value) {}

  record Positive(int amount) {
    Positive {
      if (amount < 1) throw new IllegalArgumentException("amount must be at least 1");
    }
  }

  record Holder(Positive inner) {}

  enum Color {
    DEEP_RED,
    BLUE
  }

  sealed interface Figure {
    record Circle(int radius) implements Figure {}

    record Group(List<Figure> parts, Optional<Color> color) implements Figure {}
  }

  record Listing<T>(List<T> items) {}

  record Everything(
      Id id,
      long big,
      boolean yes,
      Instant at,
      Map<Color, Integer> counts,
      Figure figure,
      @Nullable Id maybe,
      Optional<String> absent) {}

  @SuppressWarnings("ArrayRecordComponent") // as a written record has it
  private record Kinds(
      int number,
      long big,
      double real,
      boolean yes,
      @Nullable String none,
      String text,
      @Nullable Integer boxed,
      Optional<Integer> there,
      Optional<String> absent,
      int[] many,
      List<Positive> parts,
      Color color) {}

  private record Nothing() {}

  private static final Everything SAMPLE =
      new Everything(
          new Id("x"),
          1L << 40,
          true,
          Instant.parse("2026-01-02T03:04:05.678Z"),
          Map.of(Color.BLUE, 2),
          new Figure.Group(List.of(new Figure.Circle(3)), Optional.of(Color.DEEP_RED)),
          null,
          Optional.empty());

  @Test
  void everyKindOfComponentIsWritten() {
    var kinds =
        new Kinds(
            -7,
            Long.MAX_VALUE,
            0.5,
            false,
            null,
            "a \"b\" ä",
            10,
            Optional.of(0),
            Optional.empty(),
            new int[] {1, 23, Integer.MIN_VALUE},
            List.of(new Positive(1), new Positive(1_000_000)),
            Color.DEEP_RED);
    assertThat(Json.text(kinds))
        .isEqualTo(
            """
            {"number":-7,"big":9223372036854775807,"real":0.5,"yes":false,"none":null,\
            "text":"a \\"b\\" ä","boxed":10,"there":0,"many":[1,23,-2147483648],\
            "parts":[{"amount":1},{"amount":1000000}],"color":"deep_red"}\
            """);
    assertThat(Json.text(new Nothing())).isEqualTo("{}");
  }

  @Test
  void wholeNumbersAreWrittenAsJavaWritesThem() {
    for (long number = 1; number > 0; number *= 10) {
      for (long near : new long[] {number - 1, number, number + 1, -number}) {
        assertThat(Json.text(near)).isEqualTo(Long.toString(near));
      }
    }
    assertThat(Json.text(Long.MAX_VALUE)).isEqualTo(Long.toString(Long.MAX_VALUE));
    assertThat(Json.text(Long.MIN_VALUE)).isEqualTo(Long.toString(Long.MIN_VALUE));
  }

  @Test
  void partsOfAGenericRecordAreWrittenByTheirOwnTypes() {
    assertThat(Json.text(new Listing<>(List.of(new Positive(2)))))
        .isEqualTo("{\"items\":[{\"amount\":2}]}");
  }

  @Test
  void recordsReadBackAsTheyWereWritten() {
    var json = Json.text(SAMPLE);

    assertThat(json)
        .isEqualTo(
            """
            {"id":"x","big":1099511627776,"yes":true,"at":"2026-01-02T03:04:05.678Z","counts":{"blue":2},\
            "figure":{"type":"group","parts":[{"type":"circle","radius":3}],"color":"deep_red"},"maybe":null}\
            """);
    assertThat(Json.read(json, Everything.class)).isEqualTo(SAMPLE);
  }

  @Test
  void everyProblemIsNamedWithItsPath() {
    var json =
        """
        {"type":"group","parts":[{"type":"circle","radius":"3"},{"type":"square"},{"type":"circle","radius":1,"x":0}],
         "color":"red"}\
        """;

    var refused = catchThrowableOfType(InvalidJson.class, () -> Json.read(json, Figure.class));

    assertThat(refused.problems())
        .extracting(JsonProblem::toString)
        .containsExactly(
            "$.parts[0].radius: must be a whole number",
            "$.parts[1].type: must be one of circle, group",
            "$.parts[2].x: is not known here",
            "$.color: must be one of deep_red, blue");
  }

  @Test
  void nothingIsCoerced() {
    for (var radius : List.of("1.5", "\"1\"", "true", "null", "99999999999", "[1]", "1e2")) {
      assertThatThrownBy(
              () -> Json.read("{\"type\":\"circle\",\"radius\":" + radius + "}", Figure.class))
          .as(radius)
          .isInstanceOf(InvalidJson.class);
    }
  }

  @Test
  void malformedDocumentsAreRefusedWithoutRepeatingThem() {
    for (var bad :
        List.of(
            "", "{", "{\"secret\":1,\"secret\":2}", "{} {}", "nul", "{\"a\":secret}", "\u0001")) {
      assertThatThrownBy(() -> Json.tree(bytes(bad), Limits.MESSAGE))
          .as(bad)
          .isInstanceOf(InvalidJson.class)
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void depthAndSizeAreBounded() {
    assertThat(Json.tree(bytes("[".repeat(16) + "]".repeat(16)), Limits.MESSAGE)).isNotNull();
    assertThatThrownBy(() -> Json.tree(bytes("[".repeat(17) + "]".repeat(17)), Limits.MESSAGE))
        .hasMessageContaining("nested deeper than 16");
    assertThatThrownBy(() -> Json.tree(bytes("\"" + "x".repeat(16 * 1024) + "\""), Limits.MESSAGE))
        .hasMessageContaining("longer than 16384 bytes");
  }

  @Test
  void aRecordsOwnRefusalIsAProblemAtItsPlace() {
    assertThatThrownBy(() -> Json.read("{\"inner\":{\"amount\":0}}", Holder.class))
        .hasMessage("$.inner: amount must be at least 1");
  }

  @Test
  void encodedJsonIsWrittenUnchanged() {
    record Envelope(RawJson body) {}

    assertThat(Json.text(new Envelope(RawJson.of(List.of(1, "é")))))
        .isEqualTo("{\"body\":[1,\"é\"]}");
  }

  @Test
  void encodedJsonOfAnyLengthIsWrittenUnchanged() {
    record Envelope(String before, RawJson body, String after) {}

    var random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      // Around the length of a generator's buffer, with characters of one to four bytes.
      var text = "aé€😀".repeat(random.nextInt(2_000));
      var envelope = new Envelope("x".repeat(random.nextInt(9_000)), RawJson.of(text), "é");
      var read = Json.tree(Json.bytes(envelope), Limits.DOCUMENT);
      assertThat(read.get("before").stringValue()).isEqualTo(envelope.before());
      assertThat(read.get("body").stringValue()).isEqualTo(text);
      assertThat(read.get("after").stringValue()).isEqualTo("é");
    }
  }

  @Test
  void preEncodedValuesReadAsTheValueItself() {
    record Envelope(PreEncoded<Positive> body) {}

    var premade = PreEncoded.of(new Positive(3));
    var envelope = new Envelope(premade);
    assertThat(Json.text(envelope)).isEqualTo("{\"body\":{\"amount\":3}}");
    assertThat(Json.read(Json.bytes(envelope), Envelope.class)).isEqualTo(envelope);
    assertThatThrownBy(() -> Json.read("{\"body\":{\"amount\":0}}", Envelope.class))
        .hasMessage("$.body: amount must be at least 1");
  }

  @Test
  void namesBecomeSnakeCase() {
    assertThat(SnakeCase.of("lastEventId")).isEqualTo("last_event_id");
    assertThat(SnakeCase.of("PlayPokemon")).isEqualTo("play_pokemon");
    assertThat(SnakeCase.of("koURL")).isEqualTo("ko_url");
    assertThat(SnakeCase.of("hp")).isEqualTo("hp");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
