package dev.menagerie.server.http;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Sha256;
import dev.menagerie.socketio.http.HttpRequest;
import dev.menagerie.socketio.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Bytes of a response, JSON mostly, and the strong tag of exactly these bytes; compressed once if
 * it is the same for all callers.
 */
public final class Document {
  /** 128 bits of the hash: two documents never share a tag. */
  private static final int TAG_BYTES = 16;

  /** Below this a packet is not filled either way. */
  private static final int WORTH_COMPRESSING = 1_024;

  private final byte[] bytes;
  private final String etag;
  private final Optional<Document> compressed;

  private Document(byte[] bytes, Optional<Document> compressed) {
    this.bytes = bytes;
    this.etag = tag(bytes);
    this.compressed = compressed;
  }

  /** A document for one caller: never compressed, because its length could leak a secret in it. */
  public static Document of(Object value) {
    return new Document(Json.bytes(value), Optional.empty());
  }

  /** A document for all callers, kept while the server runs. */
  public static Document forAll(Object value) {
    return ofBytes(Json.bytes(value));
  }

  /** Bytes for all callers. */
  static Document ofBytes(byte[] bytes) {
    byte[] small = bytes.length < WORTH_COMPRESSING ? bytes : gzip(bytes);
    return new Document(
        bytes,
        small.length < bytes.length
            ? Optional.of(new Document(small, Optional.empty()))
            : Optional.empty());
  }

  /** Bytes it takes in memory, the compressed ones included. */
  public int size() {
    return bytes.length + compressed.map(Document::size).orElse(0);
  }

  byte[] bytes() {
    return bytes;
  }

  String etag() {
    return etag;
  }

  /** The response to a request for this: nothing new, or the bytes as the client can read them. */
  HttpResponse response(HttpRequest request, int status, String type, String cacheControl) {
    var smaller = compressed.filter(_ -> takesGzip(request));
    var chosen = smaller.orElse(this);
    boolean known =
        request
            .headers()
            .first("If-None-Match")
            .filter(tags -> matches(tags, chosen.etag))
            .isPresent();
    var response = known ? HttpResponse.of(304) : HttpResponse.of(status, type, chosen.bytes);
    if (smaller.isPresent() && !known) response = response.with("Content-Encoding", "gzip");
    if (compressed.isPresent()) response = response.with("Vary", "Accept-Encoding");
    return response.with("ETag", chosen.etag).with("Cache-Control", cacheControl);
  }

  private static boolean takesGzip(HttpRequest request) {
    return request.headers().all("Accept-Encoding").stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(coding -> coding.replace(" ", "").toLowerCase(Locale.ROOT))
        .anyMatch(coding -> coding.equals("gzip") || coding.matches("gzip;q=(1|0\\.0*[1-9]).*"));
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 2);
    try (var gzip = new Best(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return out.toByteArray();
  }

  /** Done once and sent often. */
  private static final class Best extends GZIPOutputStream {
    Best(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  private static String tag(byte[] bytes) {
    byte[] part = Arrays.copyOf(Sha256.of(bytes), TAG_BYTES);
    return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(part) + '"';
  }

  /** Whether an {@code If-None-Match} names this tag. */
  private static boolean matches(String ifNoneMatch, String etag) {
    for (String candidate : ifNoneMatch.split(",", -1)) {
      String tag = candidate.strip();
      if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) return true;
    }
    return false;
  }
}
