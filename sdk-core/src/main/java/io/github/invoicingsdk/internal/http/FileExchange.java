package io.github.invoicingsdk.internal.http;

import feign.FeignException;
import feign.Request;
import feign.Response;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.observation.CapturedContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One download: opens the file, hands it to its target and tells listeners, without ever showing
 * more of the address than its host. One thread at a time; any thread may end it.
 */
final class FileExchange {

  /** What is kept of the body of a refusal. */
  private static final int REFUSAL_BYTES = 64 * 1024;

  /** Shorter parts of an address stand in innocent texts. */
  private static final int SHORTEST_PART = 8;

  private final FileRequest file;
  private final CallContext context;
  private final FileOpening opening;
  private final Stage retrying;
  private final Redactor redactor;
  private final ErrorTranslator translator;

  /** The request as exceptions show it. */
  private final Request shown;

  /**
   * Prepares a download, of which listeners have been told that it starts; {@link #ended} must end
   * it.
   *
   * @param file what is downloaded
   * @param context the call that it is to listeners
   * @param sending sends the requests
   * @param secrets knows the secrets of the client
   * @param time the clock and the sleeper
   */
  FileExchange(FileRequest file, CallContext context, Stage sending, Redactor secrets, Clock time) {
    this.file = file;
    this.context = context;
    this.opening = new FileOpening(sending);
    this.retrying = new RetryingStage(opening, time);
    this.redactor = secrets.forFailure(secrets(file.address()));
    this.translator = new ErrorTranslator(redactor, time);
    this.shown = get(origin(file.address()) + "/***", Map.of());
  }

  /** Sends the request; throws only what {@link #translated} makes of a failure. */
  Response open() {
    try {
      return retrying.execute(request(), context);
    } catch (Exception e) {
      // What a transport throws need not be what it declares.
      throw translated(e);
    } catch (Error e) {
      throw redactor.redactError(e);
    }
  }

  /** Sends the request without a thread that waits; fails with what {@link #translated} takes. */
  CompletableFuture<Response> openAsync() {
    return retrying.executeAsync(request(), context);
  }

  /**
   * Hands the body on, and closes the response.
   *
   * @return how many bytes the file has
   * @throws IOException if the target fails, and for no other reason
   */
  long receive(Response response, Target target) throws IOException {
    try (response) {
      InputStream body = body(response);
      if (!FileOpening.isFile(response)) {
        throw translator.refused(
            context, shown, response.status(), response.headers(), refusal(body));
      }
      Framing framing = Framing.of(response);
      if (!framing.marksEnd() && !file.unknownLength()) {
        throw translated(
            new CorruptContentException(
                "the response has neither a length nor chunks, so that a file that was cut off"
                    + " could not be told from a whole one; if the server cannot do better,"
                    + " acceptUnknownLength() takes what comes"));
      }
      FileCopy copy =
          new FileCopy(body, framing.length(), file.maxBytes(), file.progress(), this::translated);
      copy.checkSize();
      long count = target.take(copy);
      opening.received(response, count);
      return count;
    } catch (IOException e) {
      // A channel that an interrupt has closed says nothing about the file system.
      if (CutShort.byInterrupt(e) && Thread.currentThread().isInterrupted()) {
        throw translated(e);
      }
      throw e;
    } catch (Error e) {
      throw redactor.redactError(e);
    }
  }

  /** What listeners remember of the thread that wants the file. */
  CapturedContext caller() {
    return context.observation().caller();
  }

  /** Tells listeners how the download has ended; only the first time counts. */
  void ended(@Nullable Throwable failure) {
    opening.givenUp();
    context.observation().ended(context.attempts(), failure);
  }

  /** What a future fails with, whatever the transport has failed with. */
  Throwable shown(Throwable failure) {
    if (failure instanceof Error error) {
      return redactor.redactError(error);
    }
    return failure instanceof Exception thrown ? translated(thrown) : failure;
  }

  /** What the caller gets for a transfer that failed, whatever the transport has thrown. */
  RuntimeException translated(Exception failure) {
    if (failure instanceof IOException exception) {
      return translator.failed(context, shown, exception);
    }
    if (failure instanceof UncheckedIOException unchecked) {
      return translator.failed(context, shown, Objects.requireNonNull(unchecked.getCause()));
    }
    if (failure instanceof FeignException) {
      return translator
          .call(context, shown)
          .connectionFailed("the HTTP client failed", true, redactor.redactCause(failure));
    }
    return failure instanceof RuntimeException bug
        ? redactor.redactBug(bug)
        : new IllegalStateException("the exchange failed", redactor.redactCause(failure));
  }

  private InputStream body(Response response) {
    try {
      InputStream body =
          response.body() == null ? InputStream.nullInputStream() : response.body().asInputStream();
      return new WatchedStream(body, context.deadline());
    } catch (IOException | RuntimeException e) {
      throw translated(e);
    }
  }

  private byte[] refusal(InputStream body) {
    try {
      return body.readNBytes(REFUSAL_BYTES);
    } catch (IOException | RuntimeException e) {
      throw translated(e);
    }
  }

  private Request request() {
    return get(file.address().toString(), Map.of("User-Agent", List.of(file.userAgent())));
  }

  private static Request get(String url, Map<String, Collection<String>> headers) {
    return Request.create(Request.HttpMethod.GET, url, headers, null, null, null);
  }

  private static String origin(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }

  /** The address opens the file, and often one part of it alone tells that it may. */
  private static List<String> secrets(URI address) {
    List<String> secrets = new ArrayList<>();
    for (String part : new String[] {address.getRawPath(), address.getRawQuery()}) {
      if (part != null && part.length() > 1) {
        secrets.add(part);
        for (String piece : part.split("[/&=;]", -1)) {
          if (piece.length() >= SHORTEST_PART) {
            secrets.add(piece);
            secrets.add(RequestAddress.decode(piece));
          }
        }
      }
    }
    return secrets;
  }
}
