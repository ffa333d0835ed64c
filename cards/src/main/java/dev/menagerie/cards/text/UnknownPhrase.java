package dev.menagerie.cards.text;

import java.util.Comparator;
import java.util.List;

/** Thrown for a text that the renderer would not write; says where it stops to be one. */
public final class UnknownPhrase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Known phrases in the message at most. */
  private static final int MAX_SHOWN = 3;

  /** The length of text that is quoted and compared. */
  private static final int QUOTED = 24;

  private final int at;

  private UnknownPhrase(int at, String message) {
    super(message);
    this.at = at;
  }

  /**
   * @param from where the chart's text begins in the text of the card, from 0
   */
  static UnknownPhrase in(Chart chart, Token.Rule rule, int from) {
    String text = chart.text();
    int far = Math.min(chart.farthest(), text.length());
    int sentence = text.lastIndexOf(". ", far - 1) < 0 ? 0 : text.lastIndexOf(". ", far - 1) + 2;
    List<String> known = outlines(rule);
    String begun = Phrases.uncapitalized(begin(text.substring(sentence)));
    String verb = begun.split(" ", 2)[0];
    boolean isBegun = known.stream().anyMatch(outline -> outline.startsWith(verb));
    int at = isBegun ? beginOfWord(text, far) : sentence;
    List<String> nearest =
        known.stream()
            .sorted(
                Comparator.comparingInt(outline -> NearestPhrase.distance(begin(outline), begun)))
            .limit(MAX_SHOWN)
            .toList();
    return new UnknownPhrase(
        from + at,
        "unknown phrase \""
            + begin(text.substring(at))
            + "\" at character "
            + (from + at + 1)
            + "; like it: \""
            + String.join("\", \"", nearest)
            + "\"");
  }

  /** The text speaks of something chosen, counted or flipped that it did not choose before. */
  static UnknownPhrase ofNothingBefore(String text) {
    int at = 0;
    for (String word : List.of("chosen", "chose ", "among ", "number", " flip")) {
      at = at > 0 ? at : Math.max(0, text.indexOf(word));
    }
    return new UnknownPhrase(
        beginOfWord(text, at),
        "the text speaks of something chosen, noted or flipped at character "
            + (beginOfWord(text, at) + 1)
            + ", but does not choose, note or flip it before");
  }

  private static int beginOfWord(String text, int at) {
    int begin = at;
    while (begin > 0 && (begin == text.length() || text.charAt(begin) == ' ')) {
      begin--;
    }
    while (begin > 0 && text.charAt(begin - 1) != ' ') {
      begin--;
    }
    return begin;
  }

  /** All phrases that may begin a sentence here. */
  private static List<String> outlines(Token.Rule rule) {
    Token.Mode mode = rule.mode() == Token.Mode.SENTENCES ? Token.Mode.CLAUSE : rule.mode();
    Token.Mode one = mode == Token.Mode.ABILITIES ? Token.Mode.ABILITY : mode;
    return PhraseBook.get().phrases(Token.Rule.of(one, rule.words(), rule.inside())).stream()
        .map(Phrase::outline)
        .filter(outline -> !outline.startsWith("…"))
        .distinct()
        .toList();
  }

  private static String begin(String text) {
    return text.substring(0, Math.min(text.length(), QUOTED));
  }

  /** The place in the text from which on it cannot be read, from 0. */
  public int at() {
    return at;
  }
}
