package dev.menagerie.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPatchTest {
  @Test
  void addsReplacesAndRemoves() {
    var before = Json.read("{\"a\":[1,2,3],\"b\":{\"c\":\"x\"},\"gone\":true,\"m~/n\":1}");
    var patch =
        Json.read(
            """
            [{"op": "add", "path": "/a/1", "value": 9},
             {"op": "add", "path": "/a/-", "value": 4},
             {"op": "replace", "path": "/b/c", "value": null},
             {"op": "remove", "path": "/gone"},
             {"op": "remove", "path": "/a/0"},
             {"op": "replace", "path": "/m~0~1n", "value": 2}]
            """);
    var copy = before.deepCopy();

    assertThat(JsonPatch.apply(before, patch))
        .isEqualTo(Json.read("{\"a\":[9,2,3,4],\"b\":{\"c\":null},\"m~/n\":2}"));
    assertThat(before).isEqualTo(copy);
  }

  @Test
  void replacesTheWholeDocument() {
    var patch = Json.read("[{\"op\": \"replace\", \"path\": \"\", \"value\": []}]");

    assertThat(JsonPatch.apply(Json.object(), patch)).isEqualTo(Json.read("[]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"op\": \"replace\", \"path\": \"/missing\", \"value\": 1}",
        "{\"op\": \"remove\", \"path\": \"/a/5\"}",
        "{\"op\": \"add\", \"path\": \"/a/01\", \"value\": 1}",
        "{\"op\": \"add\", \"path\": \"/a/4\", \"value\": 1}",
        "{\"op\": \"add\", \"path\": \"nonsense\", \"value\": 1}",
        "{\"op\": \"replace\", \"path\": \"/a/0/deeper\", \"value\": 1}",
        "{\"op\": \"remove\", \"path\": \"\"}"
      })
  void whatDoesNotFitIsRefused(String operation) {
    var document = Json.read("{\"a\":[1,2,3]}");

    assertThatThrownBy(() -> JsonPatch.apply(document, Json.read("[" + operation + "]")))
        .isInstanceOf(JsonPatch.Mismatch.class);
  }
}
