package dev.menagerie.cards.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads one text in every way that the phrases allow; each place is read once for each rule. Not
 * thread safe; one text, one chart.
 */
final class Chart {
  /** More readings of one place than this mean a text that no renderer wrote. */
  private static final int MAX_READINGS = 400;

  private final String text;
  private final Map<Place, Set<Reading>> readings = new HashMap<>();
  private final NounReader nouns = new NounReader(this);
  private final Set<String> expected = new TreeSet<>();
  private int farthest;

  Chart(String text) {
    this.text = text;
  }

  private record Place(Token.Rule rule, int at) {}

  /**
   * One reading of a part of the text.
   *
   * @param end where it ends
   * @param value its value
   * @param parts values for the phrase around it, from the slots inside
   */
  record Reading(int end, Object value, Map<Integer, Object> parts) {
    /** A reading without values for the phrase around it. */
    Reading(int end, Object value) {
      this(end, value, Map.of());
    }
  }

  /** Every value that the whole text may have. */
  List<Object> whole(Token.Rule rule) {
    return at(rule, 0).stream()
        .filter(reading -> reading.end() == text.length())
        .map(Reading::value)
        .distinct()
        .toList();
  }

  /** How far the text could be read at all. */
  int farthest() {
    return farthest;
  }

  /** The tokens that could have followed here. */
  Set<String> expected() {
    return expected;
  }

  String text() {
    return text;
  }

  /**
   * The readings of a rule at a place. A rule whose phrases begin with the rule itself is read
   * again with the readings found so far, until there are no new ones.
   */
  Collection<Reading> at(Token.Rule rule, int at) {
    Place place = new Place(rule, at);
    Set<Reading> known = readings.get(place);
    if (known != null) {
      return List.copyOf(known);
    }
    Set<Reading> found = new LinkedHashSet<>();
    readings.put(place, found);
    int before;
    do {
      before = found.size();
      for (Reading reading : read(rule, at)) {
        if (found.size() < MAX_READINGS) {
          found.add(reading);
        }
      }
    } while (found.size() > before && rule.mode().beginsWithItself());
    return List.copyOf(found);
  }

  private List<Reading> read(Token.Rule rule, int at) {
    return switch (rule.mode()) {
      case CLAUSE, NUMBER -> {
        List<Reading> all = phrases(PhraseBook.get().trie(rule), at);
        all.addAll(parenthesized(rule, at));
        yield all;
      }
      case ABILITY,
          CONDITION,
          TARGET,
          COUNTED,
          QUANTITY,
          MORE,
          PREDICATE,
          STATIC,
          STATIC_OF_PLAYER ->
          phrases(PhraseBook.get().trie(rule), at);
      case ABILITIES -> list(rule, Token.Mode.ABILITY, " ", at);
      case CLAUSES -> list(rule, Token.Mode.CLAUSE, ", then ", at);
      case SENTENCES, SENTENCES_GOING_ON -> sentences(rule, at);
      case NOUN, NOUN_ONE, NOUN_MANY, NOUN_WITH_ARTICLE -> nouns.read(rule, at);
      case PROVIDED -> NameReader.provided(text, at);
      case WHOLE_NUMBER -> NameReader.wholeNumber(text, at);
      case NAME -> NameReader.names(text, at);
      case TAG -> NameReader.tags(text, at);
      case LABEL -> NameReader.labels(text, at);
    };
  }

  /** The same in parentheses, which close it against what is said behind it. */
  private List<Reading> parenthesized(Token.Rule rule, int at) {
    List<Reading> all = new ArrayList<>();
    if (stands("(", at)) {
      for (Reading inside : at(rule, at + 1)) {
        if (stands(")", inside.end())) {
          all.add(new Reading(inside.end() + 1, inside.value()));
        }
      }
    }
    return all;
  }

  private List<Reading> phrases(Trie<Phrase> phrases, int at) {
    List<Reading> all = new ArrayList<>();
    phrases.read(
        this,
        at,
        (phrase, reading) -> {
          Map<Integer, Object> outside = new HashMap<>(reading.parts());
          phrase.holes().forEach(outside::remove);
          Object value = phrase.value(reading.parts());
          all.add(new Reading(reading.end(), value, Map.copyOf(outside)));
        });
    return all;
  }

  /** Whether this is written there; a sentence may begin with a capital letter. */
  boolean stands(String written, int at) {
    if (text.startsWith(written, at)) {
      return true;
    }
    boolean begins = at == 0 || text.startsWith(". ", at - 2);
    if (begins && text.startsWith(Phrases.capitalized(written), at)) {
      return true;
    }
    noteFailure(written, at);
    return false;
  }

  private void noteFailure(String written, int at) {
    int same = 0;
    while (same < written.length()
        && at + same < text.length()
        && written.charAt(same) == text.charAt(at + same)) {
      same++;
    }
    if (at + same > farthest) {
      farthest = at + same;
      expected.clear();
    }
    if (at + same == farthest) {
      expected.add(written.substring(same));
    }
  }

  private List<Reading> list(Token.Rule rule, Token.Mode element, String between, int at) {
    List<Reading> all = new ArrayList<>();
    for (Reading first : at(Token.Rule.of(element, rule.words()), at)) {
      all.add(new Reading(first.end(), List.of(first.value())));
      if (stands(between, first.end())) {
        for (Reading rest : at(rule, first.end() + between.length())) {
          all.add(new Reading(rest.end(), prepended(first.value(), rest.value())));
        }
      }
    }
    return all;
  }

  private List<Reading> sentences(Token.Rule rule, int at) {
    List<Reading> all = new ArrayList<>();
    boolean goesOn = rule.mode() == Token.Mode.SENTENCES_GOING_ON;
    if (goesOn && stands(AbilityText.GOING_ON, at)) {
      all.addAll(sentences(rule, at + AbilityText.GOING_ON.length()));
    }
    for (Reading first : at(Token.Rule.of(Token.Mode.CLAUSE, rule.words()), at)) {
      if (stands(".", first.end())) {
        int end = first.end() + 1;
        all.add(new Reading(end, List.of(first.value())));
        if (text.startsWith(" ", end)) {
          Token.Rule more = Token.Rule.of(Token.Mode.SENTENCES, rule.words());
          for (Reading rest : at(more, end + 1)) {
            all.add(new Reading(rest.end(), prepended(first.value(), rest.value())));
          }
        }
      }
    }
    return all;
  }

  private static List<Object> prepended(Object first, Object rest) {
    List<Object> all = new ArrayList<>();
    all.add(first);
    all.addAll((List<?>) rest);
    return List.copyOf(all);
  }
}
