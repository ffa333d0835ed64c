package dev.menagerie.cards.deck;

import dev.menagerie.cards.text.NearestPhrase;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.deck.DeckList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one deck list, line by line. Not thread safe; one list, one reader. */
final class DeckTextReader {
  /** Ten times what the longest deck needs; a wrong file is refused early. */
  static final int MAX_CHARACTERS = 20_000;

  /** No deck has more copies; the rules of the preset judge the rest. */
  private static final int MAX_COUNT = 100;

  private static final int MAX_SHOWN = 3;

  private static final Pattern ABOUT =
      Pattern.compile("(?i)(deck|name|rules|preset|about|energy types?)\\s*:\\s*(.*)");
  private static final Pattern SECTION =
      Pattern.compile(
          "(pokemon|trainers?|energy|energy deck|total"
              + " cards|total)\\s*[:(-]?\\s*(\\d+)?\\s*\\)?:?");
  private static final Pattern CARD = Pattern.compile("(\\d{1,4})\\s*[xX×]?\\s+(\\S.*)");
  private static final Pattern PRINTED =
      Pattern.compile("(\\S.*?)\\s+\\(?([\\w.-]+?)\\)?\\s+#?(\\d{1,4})");
  private static final Pattern OF_SET = Pattern.compile("(\\S.*?)\\s+\\(?([\\w.-]+?)\\)?");

  private final CardIndex cards;
  private final Map<String, Integer> deck = new LinkedHashMap<>();
  private final Map<String, Integer> energyDeck = new LinkedHashMap<>();
  private final List<EnergyType> types = new ArrayList<>();
  private final List<DeckText.LineProblem> problems = new ArrayList<>();
  private Optional<String> name = Optional.empty();
  private Optional<String> rules = Optional.empty();
  private Optional<String> about = Optional.empty();
  private Optional<Section> section = Optional.empty();
  private int line;

  DeckTextReader(CardIndex cards) {
    this.cards = cards;
  }

  /** Cards under a heading that may say how many they are. */
  private static final class Section {
    private final int line;
    private final Optional<Integer> said;
    private final boolean isEnergyDeck;
    private int count;

    Section(int line, Optional<Integer> said, boolean isEnergyDeck) {
      this.line = line;
      this.said = said;
      this.isEnergyDeck = isEnergyDeck;
    }
  }

  DeckText.Reading read(String text) {
    if (text.length() > MAX_CHARACTERS) {
      line = 1;
      problem("is longer than " + MAX_CHARACTERS + " characters");
    } else {
      text.lines().forEach(this::line);
      endSection();
    }
    return new DeckText.Reading(
        new DeckText.Heading(name, rules, about),
        new DeckList(entries(deck), entries(energyDeck), types),
        problems);
  }

  private static List<DeckList.Entry> entries(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> new DeckList.Entry(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void line(String raw) {
    line++;
    String text = raw.strip();
    if (text.isEmpty() || text.startsWith("#") || text.startsWith("//")) {
      return;
    }
    Matcher card = CARD.matcher(text);
    Matcher said = ABOUT.matcher(text);
    Matcher heading = SECTION.matcher(NearestPhrase.plain(text));
    if (card.matches()) {
      card(Integer.parseInt(card.group(1)), card.group(2));
    } else if (said.matches()) {
      about(said.group(1).toLowerCase(Locale.ROOT), said.group(2).strip());
    } else if (heading.matches()) {
      heading(heading.group(1), Optional.ofNullable(heading.group(2)).map(Integer::valueOf));
    } else {
      problem("is neither a heading nor a card such as \"4 Name SET 12\": " + quoted(text));
    }
  }

  private void about(String what, String text) {
    switch (what) {
      case "deck", "name" -> name = Optional.of(text).filter(given -> !given.isEmpty());
      case "rules", "preset" ->
          rules = Optional.of(NearestPhrase.plain(text)).filter(given -> !given.isEmpty());
      case "about" -> about = Optional.of(text).filter(given -> !given.isEmpty());
      default -> energyTypes(text);
    }
  }

  private void energyTypes(String text) {
    for (String word : text.split("[,/ ]+", -1)) {
      try {
        types.add(EnergyType.valueOf(word.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        problem("there is no energy type " + quoted(word));
      }
    }
  }

  private void heading(String title, Optional<Integer> said) {
    if (title.startsWith("total")) {
      int all = sum(deck) + sum(energyDeck);
      said.filter(count -> count != all)
          .ifPresent(count -> problem("says " + count + " cards, but " + all + " are listed"));
      return;
    }
    endSection();
    section = Optional.of(new Section(line, said, title.equals("energy deck")));
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void endSection() {
    section.ifPresent(ended ->
        ended
            .said
            .filter(said -> said != ended.count)
            .ifPresent(said ->
                problems.add(
                    new DeckText.LineProblem(
                        ended.line,
                        "says " + said + " cards, but " + ended.count + " are listed"))));
  }

  private void card(int count, String written) {
    if (count < 1 || count > MAX_COUNT) {
      problem("must have from 1 to " + MAX_COUNT + " copies, not " + count);
      return;
    }
    Optional<CardIndex.Printing> found = find(written);
    // An unknown card counts: its section must not have a wrong sum reported, too.
    section.ifPresent(one -> one.count += count);
    boolean toEnergyDeck = section.map(one -> one.isEnergyDeck).orElse(false);
    found.ifPresent(printing ->
        (toEnergyDeck ? energyDeck : deck).merge(printing.card().id(), count, Integer::sum));
  }

  /** The card, or empty if there is none: then the problem has been reported. */
  private Optional<CardIndex.Printing> find(String written) {
    List<CardIndex.Printing> named = cards.named(written);
    if (named.size() == 1) {
      return Optional.of(named.getFirst());
    }
    if (named.size() > 1) {
      problem("there are several cards " + quoted(written) + ": add one of " + listed(named));
      return Optional.empty();
    }
    Matcher printed = PRINTED.matcher(written);
    if (printed.matches()) {
      return printed(printed.group(1), printed.group(2), Integer.parseInt(printed.group(3)));
    }
    Matcher ofSet = OF_SET.matcher(written);
    if (ofSet.matches() && !cards.inSet(ofSet.group(2)).isEmpty()) {
      return inSet(ofSet.group(1), ofSet.group(2));
    }
    Optional<CardIndex.Printing> byId = cards.find(written);
    if (byId.isEmpty()) {
      unknown(written);
    }
    return byId;
  }

  private Optional<CardIndex.Printing> printed(String name, String set, int number) {
    List<CardIndex.Printing> all = cards.inSet(set);
    if (all.isEmpty()) {
      problem("there is no set " + quoted(set) + "; there are " + String.join(", ", cards.sets()));
      return Optional.empty();
    }
    if (number < 1 || number > all.size()) {
      problem(CardIndex.code(set) + " has cards 1 to " + all.size() + ", not " + number);
      return Optional.empty();
    }
    CardIndex.Printing printing = all.get(number - 1);
    if (NearestPhrase.plain(printing.card().name()).equals(NearestPhrase.plain(name))) {
      return Optional.of(printing);
    }
    if (cards.named(name).isEmpty()) {
      unknown(name);
    } else {
      problem(
          printing
              + " is "
              + printing.card().name()
              + "; "
              + quoted(name)
              + " is "
              + listed(cards.named(name)));
    }
    return Optional.empty();
  }

  private Optional<CardIndex.Printing> inSet(String name, String set) {
    List<CardIndex.Printing> there =
        cards.named(name).stream().filter(one -> one.set().equals(CardIndex.code(set))).toList();
    if (there.size() != 1) {
      problem(
          there.isEmpty()
              ? "there is no card " + quoted(name) + " in " + CardIndex.code(set)
              : "there are several cards " + quoted(name) + ": add one of " + listed(there));
      return Optional.empty();
    }
    return Optional.of(there.getFirst());
  }

  private void unknown(String name) {
    List<String> like = cards.like(name, MAX_SHOWN);
    problem(
        "there is no card "
            + quoted(name)
            + (like.isEmpty() ? "" : "; like it: " + String.join(", ", like)));
  }

  private static String listed(List<CardIndex.Printing> printings) {
    return String.join(", ", printings.stream().map(CardIndex.Printing::toString).toList());
  }

  private static String quoted(String text) {
    String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return "\"" + shown + "\"";
  }

  private void problem(String message) {
    problems.add(new DeckText.LineProblem(line, message));
  }
}
