package dev.menagerie.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredJsonTest {
  record Whole(String first, List<Map<String, Integer>> many, Optional<String> last) {}

  record Ends(String first, Optional<String> last) {}

  record Beginning(String first) {}

  private static final Whole WHOLE =
      new Whole("äß\"\\ \n", List.of(Map.of("first", 1), Map.of("last", 2)), Optional.of("z"));
  private static final String TEXT = Json.text(WHOLE);

  @Test
  void theTreeIsThatOfTheStrictParser() {
    assertThat(StoredJson.tree(TEXT))
        .isEqualTo(Json.tree(TEXT.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT));
  }

  @Test
  void aPartHasTheMembersOfTheWhole() {
    assertThat(StoredJson.readPart(TEXT, Ends.class))
        .isEqualTo(new Ends(WHOLE.first(), WHOLE.last()));
    assertThat(StoredJson.readPart(TEXT, Beginning.class)).isEqualTo(new Beginning(WHOLE.first()));
  }

  @Test
  void whatFollowsTheLastMemberOfThePartIsNotRead() {
    var cut = TEXT.substring(0, TEXT.indexOf(",\"many\""));
    assertThat(StoredJson.readPart(cut, Beginning.class)).isEqualTo(new Beginning(WHOLE.first()));
    assertThatThrownBy(() -> StoredJson.readPart(cut, Ends.class)).isInstanceOf(InvalidJson.class);
    assertThatThrownBy(() -> StoredJson.tree(cut)).isInstanceOf(InvalidJson.class);
    assertThatThrownBy(() -> StoredJson.tree(TEXT + "{}")).isInstanceOf(InvalidJson.class);
  }

  @Test
  void aMemberOfThePartMustBeThereUnlessItIsOptional() {
    assertThat(StoredJson.readPart("{\"first\":\"a\"}", Ends.class))
        .isEqualTo(new Ends("a", Optional.empty()));
    assertThatThrownBy(() -> StoredJson.readPart("{\"last\":\"z\"}", Ends.class))
        .isInstanceOf(InvalidJson.class)
        .hasMessageContaining("$.first");
    assertThatThrownBy(() -> StoredJson.readPart("[]", Ends.class)).isInstanceOf(InvalidJson.class);
  }
}
