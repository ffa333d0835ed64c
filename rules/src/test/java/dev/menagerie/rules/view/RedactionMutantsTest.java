package dev.menagerie.rules.view;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.testkit.Mutation;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests the tests of secrecy: each mutant treats a viewer as the one who may know, and a test must
 * fail. The compiled class is changed while it is loaded.
 */
class RedactionMutantsTest {
  /** A question that keeps a secret, and the test that notices when it is always answered yes. */
  enum Mutant {
    EVENTS_ARE_NOT_REDACTED(
        "Redaction", "is", RedactionTest.class, "aDrawnCardIsKnownToItsPlayerOnly"),
    TAKEN_PRIZES_ARE_SHOWN("Redaction", "is", RedactionTest.class, "aTakenPrizeIsShownToItsTaker"),
    HANDS_ARE_SHOWN("Views", "seesHandOf", NonInterferenceTest.class, "noViewShowsAHiddenCard"),
    TWINS_DIFFER("Views", "seesHandOf", NonInterferenceTest.class, "twinsLookTheSame");

    final String type;
    final String question;
    final Class<?> test;
    final String promise;

    Mutant(String type, String question, Class<?> test, String promise) {
      this.type = "dev.menagerie.rules.view." + type;
      this.question = question;
      this.test = test;
      this.promise = promise;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyMutantTurnsItsPromiseRed(Mutant mutant) {
    var loader = new Mutating(new Mutation(mutant.type, mutant.question));
    assertThatThrownBy(() -> keep(loader, mutant))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .matches(failure -> failure instanceof AssertionError, "is a failed assertion");
  }

  /** The loading itself breaks nothing: without a change the promise is kept. */
  @Test
  void withoutAMutationThePromiseIsKept() {
    var mutant = Mutant.EVENTS_ARE_NOT_REDACTED;
    assertThatCode(() -> keep(new Mutating(null), mutant)).doesNotThrowAnyException();
  }

  private static void keep(ClassLoader loader, Mutant mutant) throws Exception {
    var test = loader.loadClass(mutant.test.getName());
    var constructor = test.getDeclaredConstructor();
    constructor.setAccessible(true);
    var method = test.getDeclaredMethod(mutant.promise);
    method.setAccessible(true);
    method.invoke(constructor.newInstance());
  }

  /** Loads the classes again, with a change to one of them. */
  private static final class Mutating extends ClassLoader {
    private final @Nullable Mutation mutation;

    Mutating(@Nullable Mutation mutation) {
      super(RedactionMutantsTest.class.getClassLoader());
      this.mutation = mutation;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.menagerie.")) return super.loadClass(name, resolve);
      synchronized (getClassLoadingLock(name)) {
        var known = findLoadedClass(name);
        return known != null ? known : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) throw new ClassNotFoundException(name);
        byte[] bytes = in.readAllBytes();
        byte[] wanted =
            mutation == null || !name.equals(mutation.type()) ? bytes : mutation.of(bytes);
        return defineClass(name, wanted, 0, wanted.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
