package io.github.invoicingsdk.benchmarks.server;

/**
 * A request as it came.
 *
 * @param head the request line and the headers, up to the empty line
 * @param body the body; empty when there is none
 */
public record SeenRequest(String head, String body) {

  /**
   * The request line.
   *
   * @return such as {@code GET /clients.json?page=1 HTTP/1.1}
   */
  public String line() {
    return head.substring(0, head.indexOf("\r\n"));
  }
}
