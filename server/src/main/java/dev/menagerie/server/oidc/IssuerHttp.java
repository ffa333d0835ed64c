package dev.menagerie.server.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to the issuer, bounded in time, size and number; no redirects are followed. Any thread; a
 * call waits. Throws {@link IssuerUnavailable} alone.
 */
final class IssuerHttp implements HTTPRequestSender, ResourceRetriever, AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  /** A player waits; the whole exchange, with its body, ends within this. */
  static final Duration TIMEOUT = Duration.ofSeconds(6);

  /** Documents, keys and tokens of large issuers have some 20 KB. */
  static final int MAX_BODY_BYTES = 256 * 1024;

  /** Calls at once: a slow issuer holds so many requests of this server at most. */
  static final int MAX_CALLS = 32;

  private final Semaphore calls = new Semaphore(MAX_CALLS);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IssuerUnavailable {
    var building = HttpRequest.newBuilder(request.getURI());
    for (Map.Entry<String, List<String>> header : request.getHeaderMap().entrySet()) {
      for (String value : header.getValue()) building.header(header.getKey(), value);
    }
    String body = request.getBody();
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    return response(answer(building.method(request.getMethod().name(), publisher).build()));
  }

  @Override
  public Resource retrieveResource(URL url) throws IssuerUnavailable {
    return new Resource(read(URI.create(url.toString())), "application/json");
  }

  /** The body at an address; any status but 200 is an error. */
  String read(URI address) throws IssuerUnavailable {
    var request = HttpRequest.newBuilder(address).header("Accept", "application/json").build();
    var response = answer(request);
    if (response.statusCode() != HTTPResponse.SC_OK) {
      throw new IssuerUnavailable(address + " answers with status " + response.statusCode());
    }
    return response.body();
  }

  private HttpResponse<String> answer(HttpRequest request) throws IssuerUnavailable {
    if (!calls.tryAcquire()) throw new IssuerUnavailable("too many calls to the issuer at once");
    var reply =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BODY_BYTES));
    try {
      return reply.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IssuerUnavailable("interrupted while waiting for the issuer", stopping);
    } catch (TimeoutException slow) {
      throw new IssuerUnavailable(request.uri() + " does not answer in time", slow);
    } catch (ExecutionException failed) {
      var cause = failed.getCause() instanceof IOException reason ? reason : failed;
      throw new IssuerUnavailable(request.uri() + " cannot be read: " + cause, cause);
    } finally {
      reply.cancel(true);
      calls.release();
    }
  }

  private static HTTPResponse response(HttpResponse<String> reply) throws IssuerUnavailable {
    var response = new HTTPResponse(reply.statusCode());
    try {
      response.setContentType(reply.headers().firstValue("Content-Type").orElse("text/plain"));
    } catch (ParseException unreadable) {
      throw new IssuerUnavailable("the issuer answers with an unreadable content type", unreadable);
    }
    response.setBody(reply.body());
    return response;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
