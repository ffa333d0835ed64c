package dev.menagerie.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Where the files of the page come from. */
@FunctionalInterface
public interface SiteFiles {
  /** Plain names, no dot in front, few levels: no path can lead out. */
  Pattern SAFE = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,127}){1,4}");

  /** The file at a path that starts with a slash, if there is one. */
  Optional<Document> read(String path);

  static SiteFiles none() {
    return _ -> Optional.empty();
  }

  /** Files packed with the program, kept in memory once read. */
  static SiteFiles packed(String base) {
    var kept = new ConcurrentHashMap<String, Document>(); // bounded by what is packed
    return path -> {
      if (!SAFE.matcher(path).matches()) return Optional.empty();
      var known = kept.get(path);
      if (known != null) return Optional.of(known);
      try (var in = SiteFiles.class.getResourceAsStream(base + path)) {
        if (in == null) return Optional.empty();
        var document = Document.ofBytes(in.readAllBytes());
        kept.put(path, document);
        return Optional.of(document);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read a packed file", e);
      }
    };
  }

  /** Files of a directory, read again each time: for working on the page. */
  static SiteFiles in(Path directory) {
    return path -> {
      Path file = directory.resolve(path.substring(1));
      if (!SAFE.matcher(path).matches() || !Files.isRegularFile(file)) return Optional.empty();
      try {
        return Optional.of(Document.ofBytes(Files.readAllBytes(file)));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    };
  }

  /** Fixed files, by path. */
  static SiteFiles of(Map<String, byte[]> files) {
    return path -> Optional.ofNullable(files.get(path)).map(Document::ofBytes);
  }
}
