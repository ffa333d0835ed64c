package dev.menagerie.cards.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.cards.campaign.HouseOpponent.Reward;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.InvalidFiles;
import dev.menagerie.rules.card.CardDefinition;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ladders of house opponents as files. */
class CampaignTest {
  private static final Campaign.Content CONTENT =
      new Campaign.Content(
          StarterDecks.load(),
          CardSets.load().catalog(),
          HouseRules.shipped(),
          Set.of("random", "greedy", "search")::contains);

  private static Campaign read(String... opponents) {
    var json = "{\"opponents\": [" + String.join(",", opponents) + "]}";
    return Campaign.read("own.json", json, CONTENT);
  }

  private static String opponent(String id, String bot, String more) {
    return "{\"id\": \""
        + id
        + "\", \"name\": \"Pip\", \"about\": \"A test.\","
        + " \"rules\": \"pocket\", \"bot\": \""
        + bot
        + "\", "
        + more
        + ", \"rewards\": []}";
  }

  private static final String STARTER = "\"deck_id\": \"pocket-embers\"";

  @Test
  void theCampaignThatComesWithTheGameCanBePlayed() {
    var campaign = Campaign.shipped();
    assertThat(campaign.problems("campaign.json", CONTENT)).isEmpty();
    assertThat(campaign.opponents()).hasSizeGreaterThan(5);
    assertThat(campaign.opponents()).anyMatch(opponent -> opponent.deck().isPresent());
    assertThat(campaign.opponents()).allMatch(opponent -> !opponent.rewards().isEmpty());
    var second = campaign.opponents().get(1);
    assertThat(campaign.before(second)).contains(campaign.opponents().getFirst());
    assertThat(campaign.before(campaign.opponents().getFirst())).isEmpty();
  }

  @Test
  void everyCardIsInAStarterDeckOrWon() {
    var all = new HashSet<String>();
    for (var card : CONTENT.cards().definitions()) {
      if (!(card instanceof CardDefinition.Energy energy && energy.basic())) all.add(card.id());
    }
    for (var deck : CONTENT.decks().all()) {
      for (var entry : deck.list().cards()) all.remove(entry.card());
    }
    for (var opponent : Campaign.shipped().opponents()) {
      for (var reward : opponent.rewards()) all.remove(reward.id());
    }
    assertThat(all).isEmpty();
    var without = Campaign.shipped().withoutCards();
    assertThat(without.rewardsFor(Set.of("pip")))
        .extracting(Reward::kind)
        .containsExactly(Reward.Kind.TITLE);
  }

  @Test
  void aFileOfOnesOwnIsRead() {
    var campaign = read(opponent("a", "random", STARTER), opponent("b", "greedy", STARTER));
    assertThat(campaign.find("b").orElseThrow().bot()).isEqualTo("greedy");
    assertThat(Campaign.deckOf(campaign.opponents().getFirst(), CONTENT.decks()))
        .hasValueSatisfying(deck -> assertThat(deck.name()).isEqualTo("Pocket Embers"));
  }

  @Test
  void everythingThatIsWrongIsSaidWithItsPlace() {
    var deck =
        "\"deck\": {\"name\": \"Short\", \"cards\": [{\"card\": \"ranger-ilse\","
            + " \"count\": 2}], \"energy_types\": [\"fire\"]}";
    assertThatThrownBy(() ->
            read(
                opponent("a", "nobody", STARTER),
                opponent("a", "random", "\"deck_id\": \"none\""),
                opponent("B!", "random", deck),
                opponent("c", "random", STARTER + ", " + deck)))
        .isInstanceOfSatisfying(
            InvalidFiles.class,
            invalid ->
                assertThat(invalid.problems().toString())
                    .contains("opponents[0].bot: is no bot's id")
                    .contains("opponents[1].id: is given twice: a")
                    .contains("opponents[1].deck_id: is no starter deck's id")
                    .contains("opponents[2].id")
                    .contains("opponents[2].deck")
                    .contains("opponents[3].deck: or deck_id is needed, and not both"));
    assertThatThrownBy(() -> Campaign.read("own.json", "{\"opponents\": []}", CONTENT))
        .isInstanceOf(InvalidFiles.class);
    assertThatThrownBy(() -> Campaign.read("own.json", "[", CONTENT))
        .isInstanceOf(InvalidFiles.class);
  }
}
