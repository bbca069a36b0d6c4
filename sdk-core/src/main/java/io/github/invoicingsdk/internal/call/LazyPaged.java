package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.internal.observation.CapturedContext;
import io.github.invoicingsdk.result.Page;
import io.github.invoicingsdk.result.PageProgress;
import io.github.invoicingsdk.result.Paged;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A list operation's pages, fetched while they are read. */
final class LazyPaged implements Paged<Object> {

  private final PageRequest request;
  private final PagedView view;
  private final Supplier<PageSource<Object>> sources;

  /** A list that is read as the provider has it. */
  LazyPaged(PageRequest request) {
    this(request, PagedView.PLAIN);
  }

  private LazyPaged(PageRequest request, PagedView view) {
    this.request = request;
    this.view = view;
    this.sources =
        view.ahead() == 0
            ? () -> this::page
            : () ->
                new PagesAhead(
                    request,
                    number -> request.page(number, view.size(), view.fetcher()),
                    view.ahead());
  }

  @Override
  public Iterator<Object> iterator() {
    return new ItemIterator<>(pageIterator());
  }

  @Override
  public Stream<Object> stream() {
    PageIterator<Object> pages = pageIterator();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                new ItemIterator<>(pages),
                Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
            false)
        .onClose(pages::close);
  }

  @Override
  public Iterable<Page<Object>> pages() {
    return this::pageIterator;
  }

  @Override
  public Page<Object> page(int number) {
    return request.page(number, view.size());
  }

  @Override
  public Paged<Object> withPageSize(int items) {
    return new LazyPaged(request, view.withSize(items, request.pagination(), request.name()));
  }

  @Override
  public Paged<Object> onPage(Consumer<? super PageProgress> progress) {
    return new LazyPaged(request, view.withProgress(Objects.requireNonNull(progress, "progress")));
  }

  @Override
  public Paged<Object> prefetch(int pages) {
    return new LazyPaged(request, view.ahead(pages, request.caller().nonBlocking()));
  }

  @Override
  public Paged<Object> prefetch(int pages, Executor executor) {
    return new LazyPaged(
        request,
        view.ahead(
            pages,
            new ExecutorCaller(request.caller(), Objects.requireNonNull(executor, "executor"))));
  }

  @Override
  public String toString() {
    return "Paged{" + request.name() + "}";
  }

  private PageIterator<Object> pageIterator() {
    CapturedContext captured = request.caller().capture();
    PageSource<Object> source = sources.get();
    return new PageIterator<>(
        captured.isEmpty() ? source : new PageSourceOfCaller<>(source, captured),
        request.walk(view.progress()));
  }
}
