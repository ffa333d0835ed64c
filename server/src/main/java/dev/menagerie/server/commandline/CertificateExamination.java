package dev.menagerie.server.commandline;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS certificates: until when they are good, and whether clients trust them. */
record CertificateExamination(InstantSource clock) {
  private static final int MILLIS = 3_000;
  private static final int HTTPS = 443;

  /** Renewals happen a month ahead; two weeks before the end one has failed. */
  private static final Duration WARNING = Duration.ofDays(14);

  /** The server's own certificate, as its file has it. */
  void inFile(Path file, Findings findings) {
    try (var in = Files.newInputStream(file)) {
      var chain = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (chain.iterator().next() instanceof X509Certificate certificate) {
        judge("the TLS certificate in " + file, certificate, findings);
      }
    } catch (IOException | CertificateException | RuntimeException unreadable) {
      findings.error(
          "the TLS certificate in " + file + " cannot be read: " + unreadable.getMessage(),
          "give --tls-cert a PEM file with the certificate and those above it");
    }
  }

  /** The certificate that clients get at an address. */
  void at(URI address, Findings findings) {
    try {
      judge("the TLS certificate of " + address, served(address), findings);
    } catch (IOException | GeneralSecurityException e) {
      findings.warning(
          "the TLS certificate of " + address + " cannot be checked: " + e.getMessage(),
          "see that the name resolves and the proxy runs");
      return;
    }
    try (var socket = connect(address, SSLContext.getDefault())) {
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      findings.ok("clients trust the TLS certificate of " + address);
    } catch (IOException | GeneralSecurityException e) {
      findings.warning(
          "clients do not trust the TLS certificate of " + address + ": " + e.getMessage(),
          "see that it is for this name, by a known authority, and served with those above it");
    }
  }

  private static X509Certificate served(URI address) throws IOException, GeneralSecurityException {
    var context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anything()}, null);
    try (var socket = connect(address, context)) {
      socket.startHandshake();
      if (socket.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate) {
        return certificate;
      }
      throw new CertificateException("it is no X.509 certificate");
    }
  }

  private static SSLSocket connect(URI address, SSLContext context) throws IOException {
    int port = address.getPort() < 0 ? HTTPS : address.getPort();
    var plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(address.getHost(), port), MILLIS);
      plain.setSoTimeout(MILLIS);
      return (SSLSocket)
          context.getSocketFactory().createSocket(plain, address.getHost(), port, true);
    } catch (IOException | RuntimeException failure) {
      plain.close();
      throw failure;
    }
  }

  private void judge(String what, X509Certificate certificate, Findings findings) {
    var left = Duration.between(clock.instant(), certificate.getNotAfter().toInstant());
    if (left.isNegative()) {
      findings.error(what + " has ended " + -left.toDays() + " days ago", "renew it");
    } else if (left.compareTo(WARNING) < 0) {
      findings.warning(what + " ends in " + left.toDays() + " days", "renew it");
    } else {
      findings.ok(what + " is good for " + left.toDays() + " days");
    }
  }

  /** Only to read a certificate's dates, of whatever certificate: nothing is sent or believed. */
  private static final class Anything implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
