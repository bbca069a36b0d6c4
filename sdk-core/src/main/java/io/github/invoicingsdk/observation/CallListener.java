package io.github.invoicingsdk.observation;

import io.github.invoicingsdk.model.UnreadableValue;

/**
 * Is told of every call of a client: when it starts, of each request that it sends, of each
 * repetition, and when it ends. Logs, metrics and traces are made out of it.
 *
 * <pre>{@code
 * InvoiceXpressClient client =
 *     InvoiceXpressClient.builder()
 *         .account("acme")
 *         .apiKey(apiKey)
 *         .listener(
 *             new CallListener() {
 *               @Override
 *               public void ended(Call call, CallResult result) {
 *                 System.out.println(call.operation() + " took " + result.duration());
 *               }
 *             })
 *         .build();
 * }</pre>
 *
 * <p>Fetching an access token is a call of its own, whose operation is {@value #TOKEN}, and so is
 * copying a file, {@value #DOWNLOAD}. Each page of a list and each poll is one call.
 *
 * <p>The methods are called on the thread that works for the call at that moment, never two at once
 * for the same call, and the call waits for them: they must be quick and thread-safe. Which thread
 * that is:
 *
 * <ul>
 *   <li>of a blocking call, the thread that makes it, from {@link #started} to {@link #ended};
 *       pages that {@code prefetch} fetches are calls of {@code async()};
 *   <li>by {@code async()}, the calling thread for {@link #started} of the first call, and after
 *       that a background thread of the client, also for {@link #started} of later pages, polls and
 *       steps, or the thread that cancels the call;
 *   <li>by {@code async(executor)}, a thread of the executor;
 *   <li>of a call for an access token, the thread of the call that needs it first, or a background
 *       thread.
 * </ul>
 *
 * <p>Whichever thread it is, what {@link #capture} has remembered of the caller is current while a
 * method runs. What they throw is dropped, so that a listener cannot break a call; only errors of
 * the virtual machine itself go through. Nothing that they are given holds a credential.
 */
public interface CallListener {

  /** The operation of a call that fetches an access token. */
  String TOKEN = "token";

  /** The operation of a call that copies a file. */
  String DOWNLOAD = "download";

  /**
   * Remembers what is current on this thread, which is the one that calls a method of the client:
   * an operation, {@code iterator()}, {@code stream()} or {@code toList()} of a list, {@code await}
   * of a result, {@code issue} and the like, or {@code to} of a download. All calls that follow
   * from it, on whichever threads, with fetching a token for them, take place while that is
   * current. Nothing is remembered by default.
   *
   * @return what was remembered; {@link CallerContext#NONE} if nothing was
   */
  default CallerContext capture() {
    return CallerContext.NONE;
  }

  /**
   * A call starts; nothing has been sent for it.
   *
   * @param call the call
   */
  default void started(Call call) {}

  /**
   * A request of the call was sent, and has been answered or has failed.
   *
   * @param call the call
   * @param attempt the request and what became of it
   */
  default void attempted(Call call, Attempt attempt) {}

  /**
   * The request will be sent again after a pause.
   *
   * @param call the call
   * @param retry the reason and the pause
   */
  default void retrying(Call call, Retry retry) {}

  /**
   * A value in the response cannot be read and decides nothing: the call goes on and succeeds, and
   * the value is kept in the model's {@code unreadableProperties()}. At most 50 places of one
   * response are told, each once.
   *
   * @param call the call
   * @param value where it stands and what kind of value it is; the value itself is not told
   */
  default void unreadable(Call call, UnreadableValue value) {}

  /**
   * The call has ended; nothing follows for it.
   *
   * @param call the call
   * @param result how it ended
   */
  default void ended(Call call, CallResult result) {}

  /**
   * What this client shares with others, such as a rate limit in Redis, went away or came back.
   * Calls go on without it. It is back when it has answered for 30 seconds, and whatever failed
   * between is not told.
   *
   * @param status what happened
   */
  default void fleetChanged(FleetStatus status) {}
}
