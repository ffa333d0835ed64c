package dev.menagerie.cards.text;

import java.util.Comparator;
import java.util.List;

/** Thrown for a text that the renderer would not write; says where it stops to be one. */
public final class UnknownPhrase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** So many known phrases are shown. */
  private static final int MAX_SHOWN = 3;

  /** So much of the text is quoted and compared. */
  private static final int QUOTED = 24;

  private final int at;

  private UnknownPhrase(int at, String message) {
    super(message);
    this.at = at;
  }

  static UnknownPhrase in(Chart chart, Token.Rule rule) {
    String text = chart.text();
    int at = beginOfWord(text, Math.min(chart.farthest(), text.length()));
    String rest = begin(text.substring(at));
    String what = rest.isEmpty() ? "the text ends too soon" : "unknown phrase \"" + rest + "\"";
    List<String> known = nearest(rule, Phrases.uncapitalized(rest));
    return new UnknownPhrase(
        at,
        what + " at character " + (at + 1) + "; like it: \"" + String.join("\", \"", known) + "\"");
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

  /** The phrases that are most like what stands there. */
  private static List<String> nearest(Token.Rule rule, String rest) {
    Token.Mode mode = rule.mode() == Token.Mode.SENTENCES ? Token.Mode.CLAUSE : rule.mode();
    Token.Mode one = mode == Token.Mode.ABILITIES ? Token.Mode.ABILITY : mode;
    return PhraseBook.get().phrases(Token.Rule.of(one, rule.words(), rule.inside())).stream()
        .map(Phrase::outline)
        .filter(outline -> !outline.startsWith("…"))
        .distinct()
        .sorted(Comparator.comparingInt(outline -> Nearest.distance(begin(outline), rest)))
        .limit(MAX_SHOWN)
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
