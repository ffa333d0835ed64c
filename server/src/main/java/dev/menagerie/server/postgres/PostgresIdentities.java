package dev.menagerie.server.postgres;

import dev.menagerie.server.auth.PlayerName;
import dev.menagerie.server.auth.User;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.oidc.Identities;
import dev.menagerie.server.oidc.OidcIdentity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Identities of users at issuers, and which sign-ins are finished. */
public final class PostgresIdentities implements Identities {
  /** One statement's share: it must end within the database's time limit. */
  private static final int MAX_SWEPT = 5_000;

  private final Database database;

  public PostgresIdentities(Database database) {
    this.database = database;
  }

  /** Undoes the transaction. */
  private static final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Taken() {
      super(null, null, false, false);
    }
  }

  @Override
  public Optional<User> find(OidcIdentity identity) {
    return database.read(handle ->
        handle
            .createQuery(
                "select u.id, u.name from identities i join users u on u.id = i.user_id"
                    + " where i.issuer = :issuer and i.subject = :subject")
            .bind("issuer", identity.issuer())
            .bind("subject", identity.subject())
            .map((row, _) ->
                new User(new UserId(row.getString(1)), row.getString(2), User.Kind.REGISTERED))
            .findOne());
  }

  @Override
  public Added register(OidcIdentity identity, PlayerName name) {
    return added(handle -> {
      var user = RegisteredUsers.add(handle, name);
      claim(handle, user.id(), identity);
      return user;
    });
  }

  @Override
  public Added link(UserId user, OidcIdentity identity, PlayerName name) {
    return added(handle -> {
      var known = RegisteredUsers.lock(handle, user);
      claim(handle, user, identity);
      return known.kind() == User.Kind.REGISTERED
          ? known
          : RegisteredUsers.ofGuest(handle, user, name);
    });
  }

  private Added added(Database.Work<User> work) {
    try {
      return new Added.Done(database.transact(work));
    } catch (NameTaken taken) {
      return new Added.NameTaken();
    } catch (Taken taken) {
      return new Added.IdentityTaken();
    }
  }

  /** Linking what is linked already changes nothing. */
  private static void claim(Handle handle, UserId user, OidcIdentity identity) {
    int claimed =
        handle.execute(
            "insert into identities (issuer, subject, user_id) values (?, ?, ?)"
                + " on conflict do nothing",
            identity.issuer(),
            identity.subject(),
            user.value());
    if (claimed == 1) return;
    boolean isOwn =
        handle
            .createQuery(
                "select 1 from identities where issuer = :issuer and subject = :subject"
                    + " and user_id = :user")
            .bind("issuer", identity.issuer())
            .bind("subject", identity.subject())
            .bind("user", user.value())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!isOwn) throw new Taken();
  }

  @Override
  public List<Linked> of(UserId user) {
    return database.read(handle ->
        handle
            .createQuery(
                "select issuer, subject, linked_at from identities where user_id = :user"
                    + " order by linked_at, issuer")
            .bind("user", user.value())
            .map((row, _) ->
                new Linked(
                    new OidcIdentity(row.getString(1), row.getString(2)),
                    Columns.requiredInstant(row, "linked_at")))
            .list());
  }

  @Override
  public boolean unlink(UserId user, Optional<String> issuer) {
    return database.transact(handle -> {
      boolean hasPassword =
          handle
              .createQuery("select 1 from credentials where user_id = :user for update")
              .bind("user", user.value())
              .mapTo(Integer.class)
              .findOne()
              .isPresent();
      if (hasPassword) {
        handle.execute(
            "delete from identities where user_id = ? and issuer = coalesce(?, issuer)",
            user.value(),
            issuer.orElse(null));
      }
      return hasPassword;
    });
  }

  @Override
  public boolean finish(String signIn, Instant expiresAt) {
    return database.read(handle ->
        handle.execute(
            "insert into finished_sign_ins (sign_in, expires_at) values (?, ?)"
                + " on conflict do nothing",
            signIn,
            expiresAt.atOffset(ZoneOffset.UTC)))
        == 1;
  }

  @Override
  public int sweep() {
    return database.read(handle ->
        handle.execute(
            "delete from finished_sign_ins where sign_in in (select sign_in from finished_sign_ins"
                + " where expires_at < now() - interval '1 hour' limit ?)",
            MAX_SWEPT));
  }
}
