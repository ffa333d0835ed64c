package dev.menagerie.server.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import dev.menagerie.server.http.OutgoingCalls;
import dev.menagerie.server.http.OutgoingCalls.CallFailed;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Calls to the issuer, bounded in time, size and number; no redirects are followed. Any thread; a
 * call waits. Throws {@link IssuerUnavailable} alone.
 */
final class IssuerHttp implements HTTPRequestSender, ResourceRetriever, AutoCloseable {
  /** A player waits; the whole exchange, with its body, ends within this. */
  static final Duration TIMEOUT = Duration.ofSeconds(6);

  /** Documents, keys and tokens of large issuers have some 20 KB. */
  static final int MAX_BODY_BYTES = 256 * 1024;

  /** Calls at once: a slow issuer holds so many requests of this server at most. */
  static final int MAX_CALLS = 32;

  private final OutgoingCalls calls =
      new OutgoingCalls(new OutgoingCalls.Limits(TIMEOUT, MAX_BODY_BYTES, MAX_CALLS));

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
    try {
      return calls.send(request);
    } catch (CallFailed failed) {
      throw new IssuerUnavailable(failed.getMessage(), failed);
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
    calls.close();
  }
}
