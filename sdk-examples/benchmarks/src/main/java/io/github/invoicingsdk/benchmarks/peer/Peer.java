package io.github.invoicingsdk.benchmarks.peer;

import com.google.gson.JsonElement;
import java.io.Closeable;
import java.io.IOException;

/**
 * A client of InvoiceXpress as the benchmarks see it. All of them send the same requests with the
 * same timeouts, check the status and return typed values. Thread-safe.
 */
public interface Peer extends Closeable {

  /** The key that every one of them sends. */
  String API_KEY = "0123456789abcdef0123456789abcdef01234567";

  /**
   * One sequence: {@code GET /sequences/{id}.json}.
   *
   * @param id its id
   * @return the sequence, in the client's own type
   * @throws Exception when the client throws it
   */
  Object getSequence(long id) throws Exception;

  /**
   * Creates a sequence that becomes the default one: {@code POST /sequences.json}.
   *
   * @param serie its name
   * @return what was created, in the client's own type
   * @throws Exception when the client throws it
   */
  Object createSequence(String serie) throws Exception;

  /**
   * A page of clients: {@code GET /clients.json}.
   *
   * @param page 1 or more
   * @param perPage how many at most
   * @return the list, in the client's own type
   * @throws Exception when the client throws it
   */
  Object clients(int page, int perPage) throws Exception;

  /**
   * What a value of this client says, to be compared with what others decoded.
   *
   * @param value what another method returned
   * @return the value as the client itself writes it
   */
  JsonElement asJson(Object value);

  @Override
  default void close() throws IOException {}
}
