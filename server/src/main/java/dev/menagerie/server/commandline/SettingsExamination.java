package dev.menagerie.server.commandline;

import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ServeOptions;
import dev.menagerie.server.settings.SettingChecks;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Settings, ports, and how players reach the server. */
record SettingsExamination(ServeOptions options) {
  private static final int TLS_MILLIS = 3_000;
  private static final int HTTPS = 443;

  /** Renewals happen a month ahead; two weeks before the end one has failed. */
  private static final Duration CERTIFICATE_WARNING = Duration.ofDays(14);

  void examine(Findings findings) {
    var problems = new SettingChecks(options).problems();
    problems.forEach(
        p -> findings.error(p, "correct the setting; docs/configuration.md lists all"));
    if (problems.isEmpty()) findings.ok("settings can be used");
    ports(findings);
    origins(findings);
  }

  private void ports(Findings findings) {
    try {
      new SettingChecks(options).requirePorts();
      findings.ok("ports are free");
    } catch (CommandFailure taken) {
      findings.error(
          String.valueOf(taken.getMessage()),
          "stop what listens there (ss -ltnp shows it), or choose another --port");
    }
  }

  private void origins(Findings findings) {
    boolean local = options.host.equals("127.0.0.1") || options.host.equals("::1");
    if (options.network.publicUrl == null) {
      if (!local) {
        findings.warning(
            "players of other machines reach the server, and it does not know its own address",
            "set --public-url to what players type into their browsers");
      }
      return;
    }
    if (!options.network.publicUrl.startsWith("https:")) {
      findings.warning(
          "--public-url is not https: tokens and passwords travel readable",
          "put a proxy with TLS in front (docs/deploy.md)");
      return;
    }
    if (local && !options.network.isSecure() && options.network.trustedProxies.isEmpty()) {
      findings.warning(
          "a proxy is in front, and it is not trusted: all players share its address and its"
              + " limits",
          "set --trusted-proxies to the proxy's address, such as 127.0.0.1");
    }
    certificate(URI.create(options.network.publicUrl), findings);
  }

  private static void certificate(URI url, Findings findings) {
    int port = url.getPort() < 0 ? HTTPS : url.getPort();
    try (var socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket()) {
      socket.connect(new InetSocketAddress(url.getHost(), port), TLS_MILLIS);
      socket.setSoTimeout(TLS_MILLIS);
      socket.startHandshake();
      expiry(socket).ifPresent(end -> judge(url, end, findings));
    } catch (IOException e) {
      findings.warning(
          "the TLS certificate of " + url + " cannot be checked: " + e.getMessage(),
          "see that the name resolves, the proxy runs, and the certificate fits the name");
    }
  }

  private static Optional<Instant> expiry(SSLSocket socket) throws SSLPeerUnverifiedException {
    return socket.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate
        ? Optional.of(certificate.getNotAfter().toInstant())
        : Optional.empty();
  }

  private static void judge(URI url, Instant end, Findings findings) {
    long days = Duration.between(Instant.now(), end).toDays();
    if (days < CERTIFICATE_WARNING.toDays()) {
      findings.warning("the TLS certificate of " + url + " ends in " + days + " days", "renew it");
    } else {
      findings.ok("the TLS certificate of " + url + " is good for " + days + " days");
    }
  }
}
