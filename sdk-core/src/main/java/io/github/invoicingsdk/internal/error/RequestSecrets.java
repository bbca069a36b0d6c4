package io.github.invoicingsdk.internal.error;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import feign.Request;
import io.github.invoicingsdk.internal.http.RequestAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The secrets that one request carries: in its body, its address, its headers. A server that echoes
 * them must not bring them into a message. What is a secret is told by its name: the one that the
 * spec marks, or one that is usual for secrets.
 */
final class RequestSecrets {

  /** Says nothing about the caller, and stands in many a text. */
  private static final Set<String> HARMLESS_HEADERS =
      Set.of("accept-language", "accept", "content-type", "content-length", "user-agent");

  /** All else in a form was sent to get a token. */
  private static final Set<String> KINDS_OF_GRANT = Set.of("grant_type", "scope");

  /** Shorter values of headers stand in innocent texts. */
  private static final int SHORTEST_HEADER = 6;

  private static final Pattern USUAL_NAME =
      Pattern.compile(
          ".*(?:password|passwd|passphrase|secret|token|api[_-]?key|credential|authorization|signature).*",
          Pattern.CASE_INSENSITIVE);

  private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> found = new LinkedHashSet<>();

  private RequestSecrets(Collection<String> names) {
    this.names.addAll(names);
  }

  /**
   * The secrets of a request.
   *
   * @param names the properties and parameters that the spec marks
   */
  static Set<String> of(Request request, Collection<String> names) {
    RequestSecrets secrets = new RequestSecrets(names);
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (secrets.isSecret(name)) {
                values.forEach(secrets::addHeader);
              }
            });
    int query = request.url().indexOf('?');
    if (query >= 0) {
      secrets.addForm(request.url().substring(query + 1), secrets::isSecret);
    }
    byte[] body = request.body();
    if (body != null && body.length > 0) {
      secrets.addBody(body);
    }
    return secrets.found;
  }

  /** The secrets in headers of the caller's, whose names nobody knows. */
  static Set<String> ofHeaders(Map<String, String> headers) {
    RequestSecrets secrets = new RequestSecrets(Set.of());
    headers.forEach(
        (name, value) -> {
          if (!HARMLESS_HEADERS.contains(name.toLowerCase(Locale.ROOT))
              && (value.length() >= SHORTEST_HEADER || secrets.isSecret(name))) {
            secrets.addHeader(value);
          }
        });
    return secrets.found;
  }

  private boolean isSecret(String name) {
    return names.contains(name) || USUAL_NAME.matcher(name).matches();
  }

  private void addHeader(String value) {
    add(value);
    int scheme = value.indexOf(' ');
    if (scheme > 0) {
      add(value.substring(scheme + 1).strip());
    }
  }

  /** A value; if it is Base64 of a text, that text too, and of a user with a password, that one. */
  private void add(String value) {
    if (value.isBlank()) {
      return;
    }
    found.add(value);
    String decoded = Base64Run.text(value);
    if (decoded != null && !decoded.isBlank()) {
      found.add(decoded);
      String password = decoded.substring(decoded.indexOf(':') + 1);
      if (!password.isBlank()) {
        found.add(password);
      }
    }
  }

  private void addForm(String form, Predicate<String> isSecret) {
    for (String field : form.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0 && isSecret.test(RequestAddress.decode(field.substring(0, equals)))) {
        add(RequestAddress.decode(field.substring(equals + 1)));
      }
    }
  }

  private void addBody(byte[] body) {
    if (body[0] != '{' && body[0] != '[') {
      addForm(new String(body, StandardCharsets.UTF_8), name -> !KINDS_OF_GRANT.contains(name));
      return;
    }
    Reader text = new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8);
    try {
      addMembers(new JsonReader(text));
    } catch (IOException | IllegalStateException e) {
      // The SDK writes its bodies itself; of another one, what was found so far is all.
    }
  }

  /** Everything below a member with a secret name is secret. */
  private void addMembers(JsonReader json) throws IOException {
    Deque<Boolean> secrets = new ArrayDeque<>();
    boolean secret = false;
    while (json.peek() != JsonToken.END_DOCUMENT) {
      switch (json.peek()) {
        case BEGIN_OBJECT -> {
          json.beginObject();
          secrets.push(secret);
        }
        case BEGIN_ARRAY -> {
          json.beginArray();
          secrets.push(secret);
        }
        case END_OBJECT -> {
          json.endObject();
          secret = secrets.pop();
        }
        case END_ARRAY -> {
          json.endArray();
          secret = secrets.pop();
        }
        case NAME -> secret = isSecret(json.nextName()) || Boolean.TRUE.equals(secrets.peek());
        case STRING, NUMBER -> {
          String value = json.nextString();
          if (secret) {
            add(value);
          }
        }
        default -> json.skipValue();
      }
    }
  }
}
