package io.github.invoicingsdk.internal.http;

import feign.Request;
import io.github.invoicingsdk.internal.error.Redactor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces exceptions whose text, or whose causes' text, quotes the query or the credentials of the
 * request.
 *
 * <p>The replacement is of the same kind, as far as the kind decides whether a request may be
 * repeated, and has no cause.
 */
final class SafeFailures {

  /** A shorter value is no secret, and would be found in many an innocent text. */
  private static final int SHORTEST_SECRET = 6;

  private SafeFailures() {}

  /**
   * The failure itself when its text is harmless, else its replacement.
   *
   * @param headers what the caller has added to the request
   */
  static IOException withoutSecrets(
      IOException failure, Request request, Map<String, String> headers) {
    if (!quotes(secretsOf(request, headers), failure)) {
      return failure;
    }
    String text = withheld(failure);
    IOException replacement;
    if (failure instanceof HttpConnectTimeoutException) {
      replacement = new HttpConnectTimeoutException(text);
    } else if (failure instanceof HttpTimeoutException) {
      replacement = new HttpTimeoutException(text);
    } else if (failure instanceof SocketTimeoutException) {
      replacement = new SocketTimeoutException(text);
    } else if (failure instanceof InterruptedIOException) {
      replacement = new InterruptedIOException(text);
    } else if (failure instanceof ConnectException) {
      replacement = new ConnectException(text);
    } else if (failure instanceof UnknownHostException) {
      replacement = new UnknownHostException(text);
    } else {
      replacement = new IOException(text);
    }
    replacement.setStackTrace(failure.getStackTrace());
    return replacement;
  }

  /** The failure itself when its text is harmless, else its replacement. */
  static RuntimeException withoutSecrets(
      RuntimeException failure, Request request, Map<String, String> headers) {
    if (!quotes(secretsOf(request, headers), failure)) {
      return failure;
    }
    String text = withheld(failure);
    RuntimeException replacement =
        failure instanceof IllegalArgumentException
            ? new IllegalArgumentException(text)
            : new IllegalStateException(text);
    replacement.setStackTrace(failure.getStackTrace());
    return replacement;
  }

  /** The error itself when its texts are harmless, else its replacement. */
  static Error withoutSecrets(Error error, Request request, Map<String, String> headers) {
    return secretsOf(request, headers).redactError(error);
  }

  /** A failure that the transport does not declare, such as one written in Kotlin. */
  static RuntimeException unchecked(Throwable failure) {
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("the exchange failed", failure);
  }

  private static String withheld(Throwable failure) {
    return failure.getClass().getName()
        + " (its text is withheld because it quotes the request's query or credentials)";
  }

  private static Redactor secretsOf(Request request, Map<String, String> headers) {
    List<String> secrets = new ArrayList<>();
    String query = RequestAddress.query(request.url());
    if (query != null) {
      addBothForms(secrets, query);
      for (String parameter : query.split("&", -1)) {
        addBothForms(secrets, parameter.substring(parameter.indexOf('=') + 1));
      }
    }
    for (Map.Entry<String, Collection<String>> header : request.headers().entrySet()) {
      if (header.getKey().equalsIgnoreCase("Authorization")) {
        for (String value : header.getValue()) {
          add(secrets, value.substring(value.indexOf(' ') + 1));
        }
      }
    }
    return new Redactor(secrets).forFailure(request, headers);
  }

  private static void addBothForms(List<String> secrets, String encoded) {
    add(secrets, encoded);
    add(secrets, RequestAddress.decode(encoded));
  }

  private static void add(List<String> secrets, String secret) {
    if (secret.length() >= SHORTEST_SECRET) {
      secrets.add(secret);
    }
  }

  private static boolean quotes(Redactor secrets, Throwable failure) {
    return quotes(secrets, failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean quotes(Redactor secrets, Throwable failure, Set<Throwable> seen) {
    if (!seen.add(failure)) {
      return false;
    }
    String text = failure.toString();
    if (!secrets.redact(text).equals(text)) {
      return true;
    }
    Throwable cause = failure.getCause();
    if (cause != null && quotes(secrets, cause, seen)) {
      return true;
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      if (quotes(secrets, suppressed, seen)) {
        return true;
      }
    }
    return false;
  }
}
