package io.github.invoicingsdk.internal.call;

import feign.Request;
import feign.Response;
import io.github.invoicingsdk.RawResponse;
import io.github.invoicingsdk.internal.http.HeldBody;
import io.github.invoicingsdk.internal.model.Utf8Reader;
import io.github.invoicingsdk.model.UnreadableValue;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A response of success, as it came, with the request that it answers. For one thread. */
final class SuccessResponse {

  private final Request request;
  private final int status;
  private final Map<String, Collection<String>> headers;
  private final byte[] body;

  /** What reading the body has passed over. */
  private List<UnreadableValue> passedOver = List.of();

  private SuccessResponse(Response response, byte[] body) {
    this.request = response.request();
    this.status = response.status();
    this.headers = response.headers();
    this.body = body;
  }

  static SuccessResponse of(Response response) throws IOException {
    return new SuccessResponse(response, HeldBody.bytesOf(response.body()));
  }

  Request request() {
    return request;
  }

  int status() {
    return status;
  }

  Map<String, Collection<String>> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  /** The response as it is shown to whoever wants to see it as it came. */
  RawResponse raw() {
    return new RawResponse(status, headers, body);
  }

  /** Whether the body is empty or holds nothing but white space. */
  boolean isBlank() {
    for (byte b : body) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return true;
  }

  /** Whether the body certainly states no other id than this one. */
  boolean statesOnlyId(String id) {
    return StatedIds.areOnly(body, id);
  }

  /** The body's text. JSON is UTF-8 (RFC 8259); what is not must be noticed, not replaced. */
  Reader json() {
    return new Utf8Reader(body);
  }

  /** Notes a value that could not be read and decides nothing. */
  void passOver(UnreadableValue value) {
    if (passedOver.isEmpty()) {
      passedOver = new ArrayList<>();
    }
    passedOver.add(value);
  }

  /** The values that could not be read and decide nothing, so far. */
  List<UnreadableValue> passedOver() {
    return passedOver;
  }
}
