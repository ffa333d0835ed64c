package dev.menagerie.server.campaign;

import static dev.menagerie.server.http.ProblemKind.NOT_FOUND;

import dev.menagerie.cards.campaign.Campaign;
import dev.menagerie.cards.campaign.HouseOpponent.Reward;
import dev.menagerie.server.campaign.CampaignProgress.Worn;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import java.util.List;
import java.util.Optional;

/** Wearing what was won in the campaign, for everyone to see. */
public final class WornRewardRoutes {
  private static final RateLimit CHANGES = RateLimit.perMinute("worn rewards", 30);

  private final Campaign campaign;
  private final CampaignProgress progress;

  /** The routes over this campaign. */
  public WornRewardRoutes(Campaign campaign, CampaignProgress progress) {
    this.campaign = campaign;
    this.progress = progress;
  }

  /**
   * What a user wears.
   *
   * @param title words beside the name
   * @param cardBack the picture on the back of the user's cards
   */
  record WornView(Optional<Reward> title, Optional<Reward> cardBack) {}

  /** What a user chooses, by id; what is absent is taken off. */
  record RewardChoice(Optional<String> title, Optional<String> cardBack) {}

  /** The routes of worn rewards. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/users/{id}/worn", "wornRewards", "The title and card back a user shows")
            .responds(200, WornView.class)
            .by(call -> RouteResponse.of(view(call.pathParameter("id")))),
        Route.put("/users/me/worn", "wearRewards", "Choose the title and card back you show")
            .takes(RewardChoice.class)
            .responds(200, WornView.class)
            .limitedTo(CHANGES)
            .refuses(NOT_FOUND)
            .by(this::wear));
  }

  /** Bots and unknown users wear nothing. */
  private WornView view(String id) {
    var user = UserId.parse(id);
    var worn = user.map(progress::worn).orElse(Worn.NOTHING);
    if (user.isEmpty() || worn.equals(Worn.NOTHING)) {
      return new WornView(Optional.empty(), Optional.empty());
    }
    var won = won(user.get());
    return new WornView(
        worn.title().flatMap(one -> find(won, Reward.Kind.TITLE, one)),
        worn.cardBack().flatMap(one -> find(won, Reward.Kind.CARD_BACK, one)));
  }

  private RouteResponse<WornView> wear(Call<RewardChoice> call) {
    var user = new UserId(call.user().userId());
    var choice = call.body();
    var won = won(user);
    var title = choice.title().map(one -> required(won, Reward.Kind.TITLE, one));
    var back = choice.cardBack().map(one -> required(won, Reward.Kind.CARD_BACK, one));
    progress.wear(user, new Worn(title.map(Reward::id), back.map(Reward::id)));
    return RouteResponse.of(new WornView(title, back));
  }

  private List<Reward> won(UserId user) {
    return campaign.rewardsFor(progress.wins(user).keySet());
  }

  private static Reward required(List<Reward> won, Reward.Kind kind, String id) {
    return find(won, kind, id)
        .orElseThrow(() -> HttpRefusal.of(NOT_FOUND, "You have not won this"));
  }

  private static Optional<Reward> find(List<Reward> won, Reward.Kind kind, String id) {
    return won.stream().filter(one -> one.kind() == kind && one.id().equals(id)).findFirst();
  }
}
