package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.internal.http.CancellableFuture;
import io.github.invoicingsdk.internal.observation.CapturedContext;
import io.github.invoicingsdk.result.AsyncPaged;
import io.github.invoicingsdk.result.Page;
import io.github.invoicingsdk.result.PageProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A list operation's pages, fetched one after the other without a thread that waits. */
final class LazyAsyncPaged implements AsyncPaged<Object> {

  private final PageRequest request;
  private final AsyncCaller caller;
  private final PagedView view;

  LazyAsyncPaged(PageRequest request, AsyncCaller caller) {
    this(request, caller, PagedView.PLAIN);
  }

  private LazyAsyncPaged(PageRequest request, AsyncCaller caller, PagedView view) {
    this.request = request;
    this.caller = caller;
    this.view = view;
  }

  @Override
  public CompletableFuture<Page<Object>> page(int number) {
    return request.page(number, view.size(), caller);
  }

  @Override
  public CompletableFuture<@Nullable Void> forEach(Consumer<? super Object> consumer) {
    Objects.requireNonNull(consumer, "consumer");
    CancellableFuture<@Nullable Void> steps = new CancellableFuture<>();
    new Walk(steps, consumer).start();
    return steps.result();
  }

  @Override
  public CompletableFuture<List<Object>> toList() {
    List<Object> items = new ArrayList<>();
    return CancellableFuture.map(forEach(items::add), done -> Collections.unmodifiableList(items));
  }

  @Override
  public AsyncPaged<Object> withPageSize(int items) {
    return new LazyAsyncPaged(
        request, caller, view.withSize(items, request.pagination(), request.name()));
  }

  @Override
  public AsyncPaged<Object> onPage(Consumer<? super PageProgress> progress) {
    return new LazyAsyncPaged(
        request, caller, view.withProgress(Objects.requireNonNull(progress, "progress")));
  }

  @Override
  public String toString() {
    return "AsyncPaged{" + request.name() + "}";
  }

  /** One reading of the whole list. */
  private final class Walk {

    private final CancellableFuture<@Nullable Void> steps;
    private final Consumer<? super Object> consumer;
    private final PageWalk<Object> walk = request.walk(view.progress());
    private final CapturedContext captured = request.caller().capture();

    Walk(CancellableFuture<@Nullable Void> steps, Consumer<? super Object> consumer) {
      this.steps = steps;
      this.consumer = consumer;
    }

    void start() {
      try {
        goOn();
      } catch (RuntimeException | Error failure) {
        steps.fail(failure);
      }
    }

    private void goOn() {
      // A loop, since pages that are there at once would otherwise fill the stack.
      while (!steps.result().isDone()) {
        CompletableFuture<Page<Object>> page = captured.supply(() -> page(walk.next()));
        if (page.isDone() && !page.isCompletedExceptionally()) {
          deliver(page.join());
        } else {
          steps.then(
              page,
              fetched -> {
                deliver(fetched);
                goOn();
              },
              steps::fail);
          return;
        }
      }
    }

    private void deliver(Page<Object> page) {
      for (Object item : walk.take(page).map(Page::items).orElse(List.of())) {
        if (steps.result().isDone()) {
          return;
        }
        consumer.accept(item);
      }
      if (walk.hasEnded()) {
        steps.succeed();
      }
    }
  }
}
