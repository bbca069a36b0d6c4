package io.github.invoicingsdk.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Talks to a sandbox without any of its code. */
final class Http {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Sandbox sandbox;

  Http(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** A call to InvoiceXpress with the accepted key; the path may have a query. */
  HttpResponse<String> invoiceXpress(String method, String path) {
    return send(request(invoiceXpressUri(path)).method(method, BodyPublishers.noBody()));
  }

  HttpResponse<String> invoiceXpress(String method, String path, String json) {
    return send(withJson(request(invoiceXpressUri(path)), method, json));
  }

  URI invoiceXpressUri(String path) {
    String separator = path.contains("?") ? "&" : "?";
    return URI.create(sandbox.invoiceXpressUrl() + path + separator + "api_key=sandbox-api-key");
  }

  /** A call to iDoklad v3 with a fresh token. */
  HttpResponse<String> v3(String method, String path, @Nullable String json) {
    return idoklad(sandbox.idokladUrl(), method, path, json, token());
  }

  /** A call to iDoklad v2 with a fresh token. */
  HttpResponse<String> v2(String path) {
    return idoklad(sandbox.idokladV2Url(), "GET", path, null, token());
  }

  HttpResponse<String> idoklad(
      URI base, String method, String path, @Nullable String json, String token) {
    HttpRequest.Builder request =
        request(URI.create(base + path)).header("Authorization", "Bearer " + token);
    return send(
        json == null
            ? request.method(method, BodyPublishers.noBody())
            : withJson(request, method, json));
  }

  String token() {
    HttpResponse<String> response =
        tokenRequest(
            "grant_type=client_credentials&application_id=sandbox-application-id"
                + "&client_id=sandbox-client-id&client_secret=sandbox-client-secret"
                + "&scope=idoklad_api");
    return json(response).get("access_token").getAsString();
  }

  HttpResponse<String> tokenRequest(String form) {
    return send(
        request(sandbox.idokladTokenUrl())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** Everything the server sends until it closes the connection, byte for byte. */
  byte[] raw(String method, URI uri) throws IOException {
    try (Socket socket = open(method, uri)) {
      return socket.getInputStream().readAllBytes();
    }
  }

  /** A connection on which a request has been sent. */
  Socket open(String method, URI uri) throws IOException {
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(30_000);
    String head =
        method
            + " "
            + uri.getRawPath()
            + "?"
            + uri.getRawQuery()
            + " HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(UTF_8));
    return socket;
  }

  static JsonObject json(HttpResponse<String> response) {
    JsonElement element = JsonParser.parseString(response.body());
    return element.getAsJsonObject();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static HttpRequest.Builder withJson(
      HttpRequest.Builder request, String method, String json) {
    return request
        .header("Content-Type", "application/json; charset=utf-8")
        .method(method, BodyPublishers.ofString(json));
  }
}
