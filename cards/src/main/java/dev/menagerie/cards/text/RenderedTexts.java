package dev.menagerie.cards.text;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one catalog's cards. Each is rendered when it is first shown, and kept: a question
 * is shown again with every view. Any thread.
 */
public final class RenderedTexts implements Catalog.Texts {
  private final Map<String, CardText> texts = new ConcurrentHashMap<>();

  @Override
  public Optional<String> of(CardDefinition card, int program) {
    return texts.computeIfAbsent(card.id(), _ -> CardText.of(card)).part(program);
  }
}
