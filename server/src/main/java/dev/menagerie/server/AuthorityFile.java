package dev.menagerie.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;

/** A file with the certificates of authorities that a store's certificate may come from. */
public final class AuthorityFile {
  private AuthorityFile() {}

  /**
   * The certificates of a PEM file.
   *
   * @throws IllegalArgumentException if it cannot be read or has none
   */
  public static Collection<? extends Certificate> read(Path file) {
    try (var pem = Files.newInputStream(file)) {
      var all = CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (all.isEmpty()) throw new IllegalArgumentException("no certificate in " + file);
      return all;
    } catch (IOException | CertificateException e) {
      throw new IllegalArgumentException("cannot read certificates from " + file, e);
    }
  }
}
