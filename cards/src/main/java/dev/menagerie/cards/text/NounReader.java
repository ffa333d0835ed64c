package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads nouns with what filters add to them: "damaged Fire Pokémon with a tool attached". */
final class NounReader {
  private static final Map<String, String> PLURALS =
      Map.of(
          "card", "cards",
          "energy card", "energy cards",
          "Trainer card", "Trainer cards",
          "Pokémon", "Pokémon",
          "energy", "energy");

  /** More than any card asks of one noun. */
  private static final int MAX_FILTERS = 5;

  private static final Map<String, Grammar> GRAMMARS = new ConcurrentHashMap<>();

  private final Chart chart;

  NounReader(Chart chart) {
    this.chart = chart;
  }

  /** The phrases around one noun. */
  private record Grammar(
      Noun noun,
      Trie<Nouns.Change> before,
      Trie<Nouns.Change> one,
      Trie<Nouns.Change> many,
      Trie<Nouns.Change> behind) {
    static Grammar of(Noun noun, Words words) {
      Grammar grammar = new Grammar(noun, new Trie<>(), new Trie<>(), new Trie<>(), new Trie<>());
      Nouns.changes(noun, words).forEach(grammar::add);
      return grammar;
    }

    private void add(Nouns.Change change) {
      if (change.before().size() == 1 && change.behind().isEmpty()) {
        before.add(change.before().getFirst(), change);
      } else if (change.behind().size() == 1 && change.before().isEmpty()) {
        behind.add(change.behind().getFirst(), change);
      } else if (change.before().isEmpty() && change.behind().isEmpty()) {
        Nouns.Head head = change.head().orElseThrow();
        one.add(head.one(), change);
        many.add(head.many(), change);
      }
    }
  }

  /** A noun that has been read up to a place. */
  private record Begun(int end, List<Filter> filters, Optional<Nouns.Head> head) {}

  List<Chart.Reading> read(Token.Rule rule, int at) {
    if (rule.mode() == Token.Mode.NOUN_WITH_ARTICLE) {
      return withArticle(rule, at);
    }
    if (rule.mode() == Token.Mode.NOUN) {
      List<Chart.Reading> either = new ArrayList<>();
      for (Token.Mode mode : List.of(Token.Mode.NOUN_ONE, Token.Mode.NOUN_MANY)) {
        either.addAll(chart.at(Token.Rule.of(mode, rule.words(), rule.inside()), at));
      }
      return either;
    }
    List<Chart.Reading> all = new ArrayList<>(single(rule, at));
    for (Chart.Reading first : List.copyOf(all)) {
      alternatives(rule, first.end(), List.of((Filter) first.value()), all);
    }
    return all;
  }

  private List<Chart.Reading> withArticle(Token.Rule rule, int at) {
    Token.Rule one = Token.Rule.of(Token.Mode.NOUN_ONE, rule.words(), rule.inside());
    for (String article : List.of("an ", "a ")) {
      if (chart.stands(article, at)) {
        return List.copyOf(chart.at(one, at + article.length()));
      }
    }
    return List.of();
  }

  /** "Fire Pokémon, Water Pokémon or Grass Pokémon". */
  private void alternatives(
      Token.Rule rule, int at, List<Filter> filters, List<Chart.Reading> all) {
    if (filters.size() >= MAX_FILTERS) {
      return;
    }
    for (String between : List.of(" or ", ", ")) {
      if (chart.stands(between, at)) {
        for (Chart.Reading next : single(rule, at + between.length())) {
          List<Filter> more = new ArrayList<>(filters);
          more.add((Filter) next.value());
          if (between.equals(" or ")) {
            all.add(new Chart.Reading(next.end(), new Filter.AnyOf(more)));
          } else {
            alternatives(rule, next.end(), more, all);
          }
        }
      }
    }
  }

  private List<Chart.Reading> single(Token.Rule rule, int at) {
    String base = ((Token.Text) rule.inside().getFirst()).value();
    Noun noun = Noun.plain(base, PLURALS.getOrDefault(base, base));
    Grammar grammar =
        GRAMMARS.computeIfAbsent(base + " " + rule.words(), _ -> Grammar.of(noun, rule.words()));
    boolean many = rule.mode() == Token.Mode.NOUN_MANY;
    List<Chart.Reading> all = new ArrayList<>();
    before(grammar, many, new Begun(at, List.of(), Optional.empty()), all);
    return all;
  }

  private void before(Grammar grammar, boolean many, Begun begun, List<Chart.Reading> all) {
    head(grammar, many, begun, all);
    if (begun.filters().size() >= MAX_FILTERS) {
      return;
    }
    grammar
        .before()
        .read(
            chart,
            begun.end(),
            (change, read) -> {
              if (chart.stands(" ", read.end())) {
                Optional<Nouns.Head> head = change.head().or(begun::head);
                before(
                    grammar,
                    many,
                    new Begun(read.end() + 1, with(begun.filters(), change, read), head),
                    all);
              }
            });
  }

  private void head(Grammar grammar, boolean many, Begun begun, List<Chart.Reading> all) {
    List<Token> own = List.of(new Token.Text(many ? grammar.noun().many() : grammar.noun().one()));
    List<Token> head = begun.head().map(given -> many ? given.many() : given.one()).orElse(own);
    if (head.getFirst() instanceof Token.Text(var written) && chart.stands(written, begun.end())) {
      int end = begun.end() + written.length();
      behind(grammar, new Begun(end, begun.filters(), Optional.empty()), " ", all);
    }
    (many ? grammar.many() : grammar.one())
        .read(
            chart,
            begun.end(),
            (change, read) -> behind(grammar, after(begun, change, read), " ", all));
  }

  private void behind(Grammar grammar, Begun begun, String between, List<Chart.Reading> all) {
    all.add(new Chart.Reading(begun.end(), filter(begun.filters())));
    if (begun.filters().size() < MAX_FILTERS && chart.stands(between, begun.end())) {
      grammar
          .behind()
          .read(
              chart,
              begun.end() + between.length(),
              (change, read) -> behind(grammar, after(begun, change, read), " and ", all));
    }
  }

  private static Begun after(Begun begun, Nouns.Change change, Chart.Reading read) {
    return new Begun(read.end(), with(begun.filters(), change, read), Optional.empty());
  }

  private static List<Filter> with(List<Filter> filters, Nouns.Change change, Chart.Reading read) {
    List<Filter> more = new ArrayList<>(filters);
    more.add((Filter) change.filter().build(read.parts()));
    return more;
  }

  private static Filter filter(List<Filter> filters) {
    return switch (filters.size()) {
      case 0 -> new Filter.Any();
      case 1 -> filters.getFirst();
      default -> new Filter.AllOf(filters);
    };
  }
}
