package dev.menagerie.socketio.netty;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A certificate chain and its key in two PEM files, and the TLS context made of them. When the
 * files have changed, new connections get the new certificate; those that exist keep theirs. Any
 * thread.
 */
public final class TlsFiles implements Supplier<SslContext> {
  private static final System.Logger LOG = System.getLogger(TlsFiles.class.getName());

  private final Path certificate;
  private final Path key;
  private byte[] certificateBytes;
  private byte[] keyBytes;
  private volatile SslContext context;

  private TlsFiles(Path certificate, Path key) throws IOException {
    this.certificate = certificate;
    this.key = key;
    this.certificateBytes = Files.readAllBytes(certificate);
    this.keyBytes = Files.readAllBytes(key);
    this.context = context(certificateBytes, keyBytes);
  }

  /**
   * Reads both files.
   *
   * @param certificate the server's certificate and the intermediate ones
   * @param key its private key, PKCS #8 and not encrypted
   * @throws IOException if a file cannot be read or has the wrong content; the message names no
   *     secret
   */
  public static TlsFiles read(Path certificate, Path key) throws IOException {
    return new TlsFiles(certificate, key);
  }

  @Override
  public SslContext get() {
    return context;
  }

  /**
   * Reads the files again if they have changed. A pair that cannot be used is logged and changes
   * nothing: it may be half-written, and the next call tries again.
   *
   * @return whether new connections get another certificate now
   */
  public synchronized boolean reloadIfChanged() {
    try {
      byte[] newCertificate = Files.readAllBytes(certificate);
      byte[] newKey = Files.readAllBytes(key);
      if (Arrays.equals(newCertificate, certificateBytes) && Arrays.equals(newKey, keyBytes)) {
        return false;
      }
      context = context(newCertificate, newKey);
      certificateBytes = newCertificate;
      keyBytes = newKey;
      LOG.log(System.Logger.Level.INFO, "the TLS certificate was replaced");
      return true;
    } catch (IOException unusable) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the TLS certificate stays as it was: " + unusable.getMessage());
      return false;
    }
  }

  private static SslContext context(byte[] certificate, byte[] key) throws IOException {
    try {
      return SslContextBuilder.forServer(
              new ByteArrayInputStream(certificate), new ByteArrayInputStream(key))
          .sslProvider(SslProvider.JDK)
          .protocols("TLSv1.3", "TLSv1.2")
          .build();
    } catch (IllegalArgumentException unusable) {
      throw new IOException("not a PEM certificate and its PKCS #8 key", unusable);
    }
  }
}
