package io.github.invoicingsdk.internal.call;

import feign.Request;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/** An answer of success, as it came, with the request that it answers. */
record Answer(Request request, int status, Map<String, Collection<String>> headers, byte[] body) {

  static Answer of(Response response) throws IOException {
    byte[] body =
        response.body() == null
            ? new byte[0]
            : Util.toByteArray(response.body().asInputStream());
    return new Answer(response.request(), response.status(), response.headers(), body);
  }
}
