package io.github.invoicingsdk.internal.call;

import feign.Request;
import io.github.invoicingsdk.error.ListChangedException;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.result.Page;
import io.github.invoicingsdk.result.PageProgress;
import io.github.invoicingsdk.vocabulary.Pagination;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Fetches single pages of one list, and starts to read all of them. Thread-safe. */
final class PageRequest {

  private final Caller caller;
  private final BoundOperation operation;
  private final Pagination pagination;
  private final Object[] arguments;

  PageRequest(Caller caller, BoundOperation operation, Pagination pagination, Object[] arguments) {
    this.caller = caller;
    this.operation = operation;
    this.pagination = pagination;
    this.arguments = arguments;
  }

  /** One page, for which the calling thread waits. */
  Page<Object> page(int number, OptionalInt size) {
    checkNumber(number);
    return caller.call(this::request, context(number, size), reading(number));
  }

  /** One page, for which the calling thread does not wait. */
  CompletableFuture<Page<Object>> page(int number, OptionalInt size, AsyncCaller asyncCaller) {
    checkNumber(number);
    return asyncCaller.call(this::request, () -> context(number, size), reading(number));
  }

  /** The exception for a thread that was interrupted while it waited for a page. */
  RuntimeException interrupted(int number, InterruptedException cause) {
    Thread.currentThread().interrupt();
    CallContext context = context(number, OptionalInt.empty());
    return caller.translator().call(context, null).interrupted(true, cause);
  }

  /** Starts to read the list; whoever reads fetches the pages. */
  PageWalk<Object> walk(Consumer<? super PageProgress> progress) {
    return new PageWalk<>(
        progress, new ListTotals<>(caller.itemKey(operation.info())), this::changed);
  }

  private ListChangedException changed(
      int number, String problem, long delivered, long firstTotal, long currentTotal) {
    CallContext context = context(number, OptionalInt.empty());
    return caller
        .translator()
        .call(context, null)
        .listChanged(problem, delivered, firstTotal, currentTotal);
  }

  Caller caller() {
    return caller;
  }

  Pagination pagination() {
    return pagination;
  }

  /** The list operation's name in the spec. */
  String name() {
    return operation.info().id();
  }

  private Request request() {
    return operation.request(arguments);
  }

  private Caller.Reading<Page<Object>> reading(int number) {
    return (reader, response) ->
        reader.page(operation.info(), pagination, number, response.json(), response::passOver);
  }

  private CallContext context(int number, OptionalInt size) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put(pagination.page(), Integer.toString(number));
    size.ifPresent(items -> query.put(pagination.size(), Integer.toString(items)));
    return caller.context(operation.info(), query, OptionalInt.of(number));
  }

  private static void checkNumber(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("number is " + number + ": pages are counted from 1");
    }
  }
}
