package dev.menagerie.cards.docs;

import dev.menagerie.cards.house.Presets;
import dev.menagerie.rules.config.Field;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.config.RulesFields;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Keeps the house rules in {@code docs/rules.md} equal to the fields and presets. */
class RulesDocsTest {
  @Test
  void everyFieldIsListedWithItsBoundsAndPresets() throws IOException {
    StringBuilder page = new StringBuilder("\n| field | may be |");
    for (RulesConfig preset : Presets.all()) {
      page.append(' ').append(preset.preset()).append(" |");
    }
    page.append("\n|---|---|").append("---|".repeat(Presets.all().size())).append('\n');
    for (Field field : RulesFields.all()) {
      page.append("| `").append(field.path()).append("` | ").append(bounds(field)).append(" |");
      for (RulesConfig preset : Presets.all()) {
        page.append(' ').append(field.valueIn(preset)).append(" |");
      }
      page.append('\n');
    }
    page.append('\n');

    new GeneratedPart("rules.md", "fields").is(page.toString());
  }

  private static String bounds(Field field) {
    return switch (field) {
      case Field.Whole whole -> whole.min() + " – " + whole.max();
      case Field.YesNo _ -> "true, false";
      case Field.Word word -> String.join(", ", word.words());
    };
  }
}
