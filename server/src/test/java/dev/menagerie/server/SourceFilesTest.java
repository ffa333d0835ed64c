package dev.menagerie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rules for every source file. Public methods have docstrings: counted are the public methods and
 * constructors of public types that override nothing; accessors of records are documented by their
 * {@code @param}.
 */
class SourceFilesTest {
  private static final Path ROOT = Path.of("..");

  /** Of a hundred public methods, those that have a docstring. */
  private static final double ENOUGH = 95;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "codec",
        "rules",
        "socketio",
        "cards",
        "protocol",
        "bots",
        "server",
        "clients",
        "testkit"
      })
  void publicMethodsHaveDocstrings(String module) {
    var parsed = parsed(ROOT.resolve(module).resolve("src/main/java"));
    var count = new Count(parsed.trees());
    for (var unit : parsed.units()) count.scan(unit, null);

    assertThat(count.documented).isPositive();
    assertThat(100.0 * count.documented / (count.documented + count.without.size()))
        .as("%% documented; without: %s", count.without)
        .isGreaterThanOrEqualTo(ENOUGH);
  }

  /** The card vocabulary is data: one short record for each effect. */
  private static final Set<String> DATA = Set.of("Effect.java");

  private static final int MAX_LINES = 300;

  @Test
  void mainFilesHaveAtMost300Lines() throws IOException {
    try (var modules = Files.list(ROOT)) {
      var tooLong = new ArrayList<String>();
      for (var sources : modules.map(module -> module.resolve("src/main/java")).toList()) {
        if (!Files.isDirectory(sources)) continue;
        for (var file : javaFiles(sources)) {
          long lines;
          try (var read = Files.lines(file)) {
            lines = read.count();
          }
          if (lines > MAX_LINES && !DATA.contains(file.getFileName().toString())) {
            tooLong.add(file + ": " + lines);
          }
        }
      }

      assertThat(tooLong).isEmpty();
    }
  }

  /** Comments, strings, and the lines of imports: what is left is code. */
  private static final Pattern NO_CODE =
      Pattern.compile(
          "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n"
              + "])*\"|/\\*.*?\\*/|//[^\n"
              + "]*|^(?:import|package) [^\n"
              + "]*",
          Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern QUALIFIED =
      Pattern.compile("(?<![\\w.@])(?:java|javax|io|org|com|dev)(?:\\.[a-z]\\w*)+\\.([A-Z]\\w+)");

  /** Code has a full name only where the file imports another class of that simple name. */
  @Test
  void classesAreImported() throws IOException {
    try (var modules = Files.list(ROOT)) {
      var inline = new ArrayList<String>();
      for (var sources : modules.map(module -> module.resolve("src/main/java")).toList()) {
        if (!Files.isDirectory(sources)) continue;
        for (var file : javaFiles(sources)) {
          var text = Files.readString(file);
          var names = QUALIFIED.matcher(NO_CODE.matcher(text).replaceAll(""));
          while (names.find()) {
            boolean isTaken = text.contains("." + names.group(1) + ";\n");
            if (!isTaken) inline.add(file + ": " + names.group());
          }
        }
      }

      assertThat(inline).isEmpty();
    }
  }

  private static List<Path> javaFiles(Path sources) throws IOException {
    try (var walk = Files.walk(sources)) {
      return walk.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private record Parsed(List<CompilationUnitTree> units, DocTrees trees) {}

  private static Parsed parsed(Path sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var java = javaFiles(sources);
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(java));
      var units = new ArrayList<CompilationUnitTree>();
      task.parse().forEach(units::add);
      return new Parsed(units, DocTrees.instance(task));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Count extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final DocTrees trees;
    private int documented;
    private final List<String> without = new ArrayList<>();

    Count(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
      return isPublic(type, getCurrentPath()) ? super.visitClass(type, null) : null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
      var type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
      boolean isPublic =
          method.getModifiers().getFlags().contains(Modifier.PUBLIC)
              || (type.getKind() == Tree.Kind.INTERFACE
                  && !method.getModifiers().getFlags().contains(Modifier.PRIVATE));
      boolean overrides =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
      // A record's constructor refuses what its parameters' docs say.
      boolean isOfRecord = type.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
      if (isPublic && !overrides && !isOfRecord) {
        @Nullable DocCommentTree doc = trees.getDocCommentTree(getCurrentPath());
        if (doc == null) {
          without.add(type.getSimpleName() + "." + method.getName());
        } else {
          documented++;
        }
      }
      return null;
    }

    private static boolean isPublic(ClassTree type, TreePath path) {
      return type.getModifiers().getFlags().contains(Modifier.PUBLIC)
          || (path.getParentPath().getLeaf() instanceof ClassTree outer
              && outer.getKind() == Tree.Kind.INTERFACE);
    }
  }
}
