package dev.menagerie.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes and checks passwords with argon2id, as few at a time as the machine bears: each takes 19
 * MiB and tens of milliseconds on purpose.
 */
public final class Passwords implements AutoCloseable {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ROUNDS = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /**
   * Where salt and hash are in the text form. The parameters before them are not compared: servers
   * in some locales have written them in local digits.
   */
  private static final int SALT_PART = 4;

  private static final int HASH_PART = 5;

  /** Half of the processors at most: games come first. */
  private static final int WORKERS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** A few seconds of work; requests beyond it are refused with a retry time. */
  private static final int MAX_WAITING = 64;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          WORKERS,
          WORKERS,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().daemon().name("password-", 0).factory());

  /**
   * Compared with where there is no user, so that the response takes as long. Random bytes instead
   * of a hash: to hash at every start took a tenth of a second.
   */
  private final String decoy = text(random(SALT_BYTES), random(HASH_BYTES));

  /** Hashes with as many threads as the machine allows. */
  public Passwords() {
    workers.allowCoreThreadTimeOut(true);
  }

  /** Too many passwords are waiting to be checked. */
  public static final class Overloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overloaded() {
      super("too many sign-ins at once");
    }
  }

  /** The hash to keep of a password. */
  public String hash(NewPassword password) {
    return onWorker(() -> encoded(password.value(), random(SALT_BYTES)));
  }

  /** Whether this is the password that was hashed. */
  public boolean matches(String password, String encoded) {
    return onWorker(() -> {
      var parts = encoded.split("\\$", -1);
      var computed = encoded(password, Base64.getDecoder().decode(parts[SALT_PART]));
      return MessageDigest.isEqual(
          ascii(parts[HASH_PART]), ascii(computed.split("\\$", -1)[HASH_PART]));
    });
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Takes as long as {@link #matches}, for names that do not exist, so that timing does not reveal
   * which names do.
   */
  public void pretend(String password) {
    matches(password, decoy);
  }

  private <T> T onWorker(Callable<T> work) {
    try {
      return workers.submit(work).get();
    } catch (RejectedExecutionException e) {
      throw new Overloaded();
    } catch (ExecutionException e) {
      throw new IllegalStateException("hashing failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while hashing", e);
    }
  }

  private static String encoded(String password, byte[] salt) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(ROUNDS)
            .withParallelism(LANES)
            .withSalt(salt)
            .build());
    var hash = new byte[HASH_BYTES];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return text(salt, hash);
  }

  /** The usual text form; its parameters are always today's, since there were never others. */
  private static String text(byte[] salt, byte[] hash) {
    var base64 = Base64.getEncoder().withoutPadding();
    return String.format(
        Locale.ROOT,
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s",
        MEMORY_KIB,
        ROUNDS,
        LANES,
        base64.encodeToString(salt),
        base64.encodeToString(hash));
  }

  private static byte[] random(int count) {
    var bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
