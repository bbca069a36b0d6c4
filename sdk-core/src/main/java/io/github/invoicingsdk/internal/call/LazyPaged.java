package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.vocabulary.Page;
import io.github.invoicingsdk.vocabulary.Paged;
import io.github.invoicingsdk.vocabulary.Pagination;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A list operation's pages, fetched while they are read. */
final class LazyPaged implements Paged<Object> {

  private final Caller caller;
  private final BoundOperation operation;
  private final Pagination pagination;
  private final Object[] arguments;
  private final OptionalInt size;

  LazyPaged(
      Caller caller,
      BoundOperation operation,
      Pagination pagination,
      Object[] arguments,
      OptionalInt size) {
    this.caller = caller;
    this.operation = operation;
    this.pagination = pagination;
    this.arguments = arguments;
    this.size = size;
  }

  @Override
  public Iterator<Object> iterator() {
    return new ItemIterator<>(pages().iterator());
  }

  @Override
  public Stream<Object> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
        false);
  }

  @Override
  public Iterable<Page<Object>> pages() {
    return () -> new PageIterator<>(this::page);
  }

  @Override
  public Page<Object> page(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("number is " + number + ": pages are counted from 1");
    }
    Map<String, String> query = new LinkedHashMap<>(OperationInfo.queryParameters(arguments));
    query.put(pagination.page(), Integer.toString(number));
    size.ifPresent(items -> query.put(pagination.size(), Integer.toString(items)));
    OperationInfo info = operation.info();
    return caller.call(
        operation,
        arguments,
        caller.context(info, query, OptionalInt.of(number)),
        (reader, answer) -> reader.page(info, pagination, number, answer.json()));
  }

  @Override
  public Paged<Object> withPageSize(int items) {
    int max = pagination.maxSize();
    if (items < 1 || (max > 0 && items > max)) {
      throw new IllegalArgumentException(
          "items is "
              + items
              + ": a page of "
              + operation.info().id()
              + " holds 1 to "
              + (max > 0 ? max : "any number of")
              + " items");
    }
    return new LazyPaged(caller, operation, pagination, arguments, OptionalInt.of(items));
  }

  @Override
  public String toString() {
    return "Paged{" + operation.info().id() + "}";
  }
}
