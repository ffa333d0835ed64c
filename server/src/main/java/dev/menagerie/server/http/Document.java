package dev.menagerie.server.http;

import dev.menagerie.codec.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Bytes to answer with, JSON mostly, and the strong tag of exactly these bytes. */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never compared
public record Document(byte[] bytes, String etag) {
  /** 128 bits of the hash: nobody meets two documents of the same tag. */
  private static final int TAG_BYTES = 16;

  public static Document of(Object value) {
    byte[] json = Json.bytes(value);
    return new Document(json, tag(json));
  }

  static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      byte[] part = java.util.Arrays.copyOf(hash, TAG_BYTES);
      return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(part) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether an {@code If-None-Match} names this tag. */
  static boolean matches(String ifNoneMatch, String etag) {
    for (String candidate : ifNoneMatch.split(",", -1)) {
      String tag = candidate.strip();
      if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) return true;
    }
    return false;
  }
}
