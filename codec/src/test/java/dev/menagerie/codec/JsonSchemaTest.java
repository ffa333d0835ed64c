package dev.menagerie.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {
  record Id(String value) {}

  enum Seat {
    FIRST(0),
    SECOND(1);

    private final int index;

    Seat(int index) {
      this.index = index;
    }

    public int index() {
      return index;
    }
  }

  sealed interface Amount {
    record Fixed(int value) implements Amount {}

    record Heads() implements Amount {}

    record Tails(Optional<Id> of) implements Amount {}

    record Sum(List<Amount> of, Optional<Id> name) implements Amount {}
  }

  record Holder(Seat seat, @Nullable Amount amount) {}

  @Test
  void shorthandsReadAsTheirLongForms() {
    var json = "{\"seat\":1,\"amount\":{\"type\":\"sum\",\"of\":[30,\"heads\"]}}";

    assertThat(Json.read(json, Holder.class))
        .isEqualTo(
            new Holder(
                Seat.SECOND,
                new Amount.Sum(
                    List.of(new Amount.Fixed(30), new Amount.Heads()), Optional.empty())));
  }

  @Test
  void aSchemaDescribesTheInput() {
    var schema = JsonSchema.document("urn:test", "Holder", Holder.class);

    var defs = schema.get("$defs");
    assertThat(schema.get("$ref").stringValue()).isEqualTo("#/$defs/JsonSchemaTestHolder");
    assertThat(defs.get("JsonSchemaTestSeat").toString())
        .isEqualTo("{\"type\":\"integer\",\"enum\":[0,1]}");
    assertThat(defs.get("JsonSchemaTestAmountSum").toString())
        .isEqualTo(
            """
            {"type":"object","properties":{"type":{"const":"sum"},\
            "of":{"type":"array","items":{"$ref":"#/$defs/JsonSchemaTestAmount"}},\
            "name":{"$ref":"#/$defs/JsonSchemaTestId"}},\
            "required":["type"],"additionalProperties":false}\
            """);
    assertThat(defs.get("JsonSchemaTestAmount").get("oneOf")).hasSize(6);
    assertThat(defs.get("JsonSchemaTestAmount").at("/oneOf/4/enum").toString())
        .isEqualTo("[\"heads\",\"tails\"]");
  }

  @Test
  void aBareNameIsAWordWhosePartsAreAllLeftOut() {
    var tails = Json.read("{\"seat\":1,\"amount\":\"tails\"}", Holder.class);

    assertThat(tails.amount()).isEqualTo(new Amount.Tails(Optional.empty()));
    assertThatThrownBy(() -> Json.read("{\"seat\":1,\"amount\":\"sum\"}", Holder.class))
        .hasMessageContaining("whose parts may be left out");
  }

  @Test
  void aSchemaOfOutputHasEveryListAndNoShortForms() {
    var schemas = JsonSchema.written("#/$defs/");

    schemas.of(Holder.class);

    var defs = schemas.definitions();
    assertThat(defs.get("JsonSchemaTestAmountSum").get("required").toString())
        .isEqualTo("[\"type\",\"of\"]");
    assertThat(defs.get("JsonSchemaTestAmount").get("oneOf"))
        .allMatch(member -> member.has("$ref"));
  }
}
