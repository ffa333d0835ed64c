package dev.menagerie.server.wiring;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.deck.DeckProblems;
import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.library.CardLibrary;
import dev.menagerie.server.admin.UserCalls;
import dev.menagerie.server.auth.AccessTokens;
import dev.menagerie.server.auth.AccountChanges;
import dev.menagerie.server.auth.AccountDeletion;
import dev.menagerie.server.auth.Bans;
import dev.menagerie.server.auth.OwnerCheck;
import dev.menagerie.server.auth.Passwords;
import dev.menagerie.server.auth.ReservedNames;
import dev.menagerie.server.auth.SessionEndingListeners;
import dev.menagerie.server.auth.SignIns;
import dev.menagerie.server.auth.SigningKeys;
import dev.menagerie.server.auth.TokenVerifier;
import dev.menagerie.server.decks.CardCollection;
import dev.menagerie.server.decks.DeckId;
import dev.menagerie.server.decks.PlayerDecks;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.PrivateFiles;
import dev.menagerie.server.embedded.UnusableFile;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.AuthenticatedCaller;
import dev.menagerie.server.http.Authenticator;
import dev.menagerie.server.live.Identity;
import dev.menagerie.server.live.SignIn;
import dev.menagerie.server.play.DeckSource;
import dev.menagerie.server.postgres.PostgresAccounts;
import dev.menagerie.server.postgres.PostgresBans;
import dev.menagerie.server.postgres.PostgresDecks;
import dev.menagerie.server.postgres.PostgresDeletedUsers;
import dev.menagerie.server.postgres.PostgresSessions;
import dev.menagerie.server.postgres.PostgresUserSearch;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ServeOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Wires accounts, sign-in and decks. */
record IdentityWiring(
    SignIns signIns,
    AccountChanges changes,
    OwnerCheck owner,
    SessionEndingListeners endings,
    TokenVerifier verifier,
    PostgresAccounts accounts,
    PostgresSessions sessions,
    ReservedNames reserved,
    SigningKeys keys,
    StoreWiring stores) {

  static IdentityWiring of(
      ServeOptions options,
      DataDirectory data,
      StoreWiring stores,
      Clock clock,
      CloseStack closing,
      SessionEndingListeners endings) {
    var accounts = new PostgresAccounts(stores.database());
    var sessions = new PostgresSessions(stores.database());
    var life = Duration.ofMinutes(options.tokenMinutes);
    var keys = keys(options, data);
    var tokens = new AccessTokens(keys, life, clock);
    var verifier = new TokenVerifier(tokens, sessions, clock);
    var passwords = closing.register(new Passwords());
    var reserved = new ReservedNames(Stream.of(BotKind.values()).map(BotKind::title).toList());
    var signIns = new SignIns(accounts, sessions, tokens, passwords, reserved, endings);
    var owner = new OwnerCheck(accounts, sessions, passwords, clock);
    var changes =
        new AccountChanges(
            accounts, sessions, passwords, owner, reserved, endings, verifier::forget);
    endings.add((_, session, _) -> verifier.forget(session));
    return new IdentityWiring(
        signIns, changes, owner, endings, verifier, accounts, sessions, reserved, keys, stores);
  }

  private static SigningKeys keys(ServeOptions options, DataDirectory data) {
    if (options.jwtSecretFile == null) return SigningKeys.parse(data.secret("jwt"));
    try {
      return SigningKeys.parse(PrivateFiles.readSecret(options.jwtSecretFile));
    } catch (IllegalArgumentException | UnusableFile e) {
      throw CommandFailure.badUse("--jwt-secret-file: " + e.getMessage());
    }
  }

  /** Whether there is a user with that id. */
  boolean isUser(UserId user) {
    return accounts.byId(user).isPresent();
  }

  /**
   * Deletes accounts.
   *
   * @param leaveGames gives up the unfinished games of a user
   */
  AccountDeletion deletion(Consumer<UserId> leaveGames) {
    return new AccountDeletion(
        accounts, owner, new PostgresDeletedUsers(stores.database()), endings, leaveGames);
  }

  /** For REST. */
  Authenticator authenticator() {
    return token ->
        verifier
            .verify(token)
            .map(s -> new AuthenticatedCaller(s.user().id().value(), s.user().name(), s.id()));
  }

  /** What operators look up about users and do to them. */
  UserCalls forOperators(SessionEndingListeners endings, PlayerDecks decks) {
    var bans = new Bans(new PostgresBans(stores.database()), endings);
    return new UserCalls(new PostgresUserSearch(stores.database()), signIns, bans, decks);
  }

  /** For sockets. */
  SignIn signIn() {
    return new SignIn() {
      @Override
      public Optional<Identity> verify(String token) {
        return verifier
            .verify(token)
            .map(s -> new Identity(s.user().id(), s.user().name(), s.id(), s.expiresAt()));
      }

      @Override
      public Set<String> alive(Collection<String> ofSessions) {
        return sessions.alive(ofSessions);
      }
    };
  }

  /** Everyone's decks. */
  PlayerDecks decks(CardLibrary library, HouseRules presets, CardCollection collection) {
    var decks =
        new PlayerDecks(
            library.decks(),
            new PostgresDecks(stores.database()),
            (list, rules) -> DeckProblems.of(list, rules, library.current()),
            presets,
            collection);
    library.onReload(content -> decks.replaceStarters(content.decks()));
    return decks;
  }

  /** The decks as games take them. */
  static DeckSource forPlay(PlayerDecks decks) {
    return (user, id) ->
        DeckId.parse(id)
            .flatMap(deckId -> decks.find(user, deckId))
            .map(deck ->
                new DeckSource.Chosen(deck.name().value(), deck.list(), decks.missing(user, deck)));
  }
}
