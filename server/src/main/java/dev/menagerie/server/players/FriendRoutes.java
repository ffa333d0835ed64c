package dev.menagerie.server.players;

import static dev.menagerie.server.http.ProblemKind.FORBIDDEN;
import static dev.menagerie.server.http.ProblemKind.LIMIT_REACHED;
import static dev.menagerie.server.http.ProblemKind.NOT_FOUND;
import static java.util.stream.Collectors.toSet;

import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.players.FriendChanges.Kind;
import dev.menagerie.server.players.Relations.Friend;
import dev.menagerie.server.players.Relations.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Friends and blocked users over REST. */
public final class FriendRoutes {
  private static final RateLimit CHANGES = RateLimit.perMinute("changes of friends", 60);

  private final Relations relations;
  private final Function<Collection<UserId>, Set<UserId>> online;
  private final FriendChanges changes;

  /**
   * @param online those of these users that are connected
   */
  public FriendRoutes(
      Relations relations,
      Function<Collection<UserId>, Set<UserId>> online,
      FriendChanges changes) {
    this.relations = relations;
    this.online = online;
    this.changes = changes;
  }

  /**
   * A friend, or a user with an open friend request.
   *
   * @param status {@code friends}, {@code asked} (by the caller) or {@code asking} (the caller)
   * @param online whether a friend is connected; absent for users who are no friends yet
   */
  public record FriendView(
      String userId, String name, String status, Optional<Boolean> online, Instant since) {}

  /** A user that the caller blocks. */
  public record BlockedView(String userId, String name) {}

  /** The routes of friends and blocks. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/users/me/friends", "myFriends", "Your friends, and who waits for an answer")
            .respondsPageOf(FriendView.class)
            .by(call -> RouteResponse.of(Page.whole(friends(user(call))))),
        Route.put("/users/me/friends/{id}", "befriend", "Ask a user to be a friend, or accept")
            .limitedTo(CHANGES)
            .refuses(NOT_FOUND, FORBIDDEN, LIMIT_REACHED)
            .by(this::befriend),
        Route.delete("/users/me/friends/{id}", "unfriend", "End a friendship or a question")
            .limitedTo(CHANGES)
            .by(this::unfriend),
        Route.get("/users/me/blocks", "myBlocks", "Users that you block")
            .respondsPageOf(BlockedView.class)
            .by(this::blocks),
        Route.put("/users/me/blocks/{id}", "block", "Block a user")
            .limitedTo(CHANGES)
            .refuses(NOT_FOUND, LIMIT_REACHED)
            .by(this::block),
        Route.delete("/users/me/blocks/{id}", "unblock", "Block a user no longer")
            .limitedTo(CHANGES)
            .by(call -> {
              UserId.parse(call.pathParameter("id"))
                  .ifPresent(other -> relations.unblock(user(call), other));
              return RouteResponse.nothing();
            }));
  }

  private List<FriendView> friends(UserId user) {
    var all = relations.friendsOf(user);
    var here =
        online.apply(
            all.stream()
                .filter(friend -> friend.status() == Friend.Status.FRIENDS)
                .map(Friend::user)
                .collect(toSet()));
    return all.stream().map(friend -> view(friend, here)).toList();
  }

  private static FriendView view(Friend friend, Set<UserId> here) {
    boolean isFriend = friend.status() == Friend.Status.FRIENDS;
    return new FriendView(
        friend.user().value(),
        friend.name(),
        friend.status().name().toLowerCase(Locale.ROOT),
        isFriend ? Optional.of(here.contains(friend.user())) : Optional.empty(),
        friend.since());
  }

  private RouteResponse<Void> befriend(Call<Void> call) {
    var other = other(call);
    if (done(relations.befriend(user(call), other))) {
      boolean isMutual = relations.areFriends(user(call), other);
      notifyUser(call, isMutual ? Kind.ACCEPTED : Kind.ASKED, other);
    }
    return RouteResponse.nothing();
  }

  private RouteResponse<Void> unfriend(Call<Void> call) {
    UserId.parse(call.pathParameter("id"))
        .filter(other -> relations.unfriend(user(call), other))
        .ifPresent(other -> notifyUser(call, Kind.REMOVED, other));
    return RouteResponse.nothing();
  }

  private RouteResponse<Page<BlockedView>> blocks(Call<Void> call) {
    var items =
        relations.blockedBy(user(call)).stream()
            .map(blocked -> new BlockedView(blocked.user().value(), blocked.name()))
            .toList();
    return RouteResponse.of(Page.whole(items));
  }

  private RouteResponse<Void> block(Call<Void> call) {
    var other = other(call);
    done(relations.block(user(call), other));
    if (relations.unfriend(user(call), other)) notifyUser(call, Kind.REMOVED, other);
    return RouteResponse.nothing();
  }

  private void notifyUser(Call<?> call, Kind kind, UserId other) {
    changes.changed(kind, user(call), call.user().name(), other);
  }

  /** Whether a change changed anything; throws if it was refused. */
  private static boolean done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> done.changed();
      case Outcome.NoSuchUser _ -> throw HttpRefusal.of(NOT_FOUND);
      case Outcome.Blocked _ -> throw HttpRefusal.of(FORBIDDEN, "One of you has blocked the other");
      case Outcome.LimitReached reached ->
          throw HttpRefusal.of(LIMIT_REACHED, "One of you has as many as allowed")
              .with(Map.of("most", reached.most()));
    };
  }

  private static UserId user(Call<?> call) {
    return new UserId(call.user().userId());
  }

  private static UserId other(Call<?> call) {
    return UserId.parse(call.pathParameter("id"))
        .filter(id -> !id.equals(user(call)))
        .orElseThrow(HttpRefusal.because(NOT_FOUND));
  }
}
