package io.github.invoicingsdk.internal.call;

import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.invoicingsdk.internal.model.JsonFormats;
import io.github.invoicingsdk.internal.model.ResponseReader;
import io.github.invoicingsdk.model.UnreadableValue;
import io.github.invoicingsdk.result.Page;
import io.github.invoicingsdk.vocabulary.Pagination;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Type;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the payload out of a response's JSON text. Throws {@link JsonParseException}, {@link
 * IOException} or {@link IllegalStateException} for what cannot be read, and {@link
 * RefusedInEnvelope} when the envelope says that the call was refused.
 */
final class PayloadReader {

  private final Payloads payloads;

  PayloadReader(Payloads payloads) {
    this.payloads = payloads;
  }

  /**
   * The payload of a response that is not a page.
   *
   * @param json gives the response's text, from its beginning each time
   * @param statesOnly whether the text certainly states no other id than one
   * @param passedOver is told what could not be read and decides nothing
   */
  Object payload(
      OperationInfo operation,
      Object[] arguments,
      Supplier<? extends Reader> json,
      Predicate<String> statesOnly,
      Consumer<UnreadableValue> passedOver)
      throws IOException {
    EnvelopeInfo envelope = operation.envelope();
    ResponseReader in = open(json.get(), operation.id());
    if (envelope == null) {
      Object payload = bare(operation.payload(), in);
      in.passedOver().forEach(passedOver);
      return payload;
    }
    WantedId wanted = WantedId.of(operation, envelope, arguments);
    Object payload = enveloped(operation.payload(), envelope, wanted, in);
    in.passedOver().forEach(passedOver);
    if (wanted != null && !statesOnly.test(wanted.text())) {
      wanted.refuseOthers(envelope.members(), json.get());
    }
    return payload;
  }

  /** Tells the items of a list apart. */
  ItemKey itemKey(OperationInfo operation) {
    return new ItemKey(payloads.adapter(operation.payload()));
  }

  /**
   * One page of a list.
   *
   * @param passedOver is told what could not be read and decides nothing
   */
  Page<Object> page(
      OperationInfo operation,
      Pagination pagination,
      int number,
      Reader json,
      Consumer<UnreadableValue> passedOver)
      throws IOException {
    TypeAdapter<Object> item = payloads.adapter(operation.payload());
    PageParts parts = new PageParts();
    ResponseReader in = open(json, operation.id());
    new PathReader()
        .on(pagination.items(), reader -> parts.items = readList(reader, item))
        .on(
            pagination.totalItems(),
            reader -> parts.totalItems = optional(reader, JsonFormats.INT64))
        .on(
            pagination.totalPages(),
            reader -> parts.totalPages = optional(reader, JsonFormats.INT32))
        .on(pagination.success(), reader -> parts.success = optional(reader, JsonFormats.BOOLEAN))
        .read(in);
    finish(in);
    refuseUnlessSuccessful(parts.success);
    if (parts.items == null) {
      throw new JsonSyntaxException(
          "Expected the list " + pagination.items() + " but found none at path $");
    }
    in.passedOver().forEach(passedOver);
    return new Page<>(
        number,
        parts.items,
        parts.totalItems == null ? OptionalLong.empty() : OptionalLong.of(parts.totalItems),
        parts.totalPages == null ? OptionalInt.empty() : OptionalInt.of(parts.totalPages));
  }

  private Object bare(Type type, JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      throw new JsonSyntaxException("Expected a value but found null at path $");
    }
    Object payload = payloads.adapter(type).read(in);
    finish(in);
    return payload;
  }

  private Object enveloped(
      Type type, EnvelopeInfo envelope, @Nullable WantedId wanted, JsonReader in)
      throws IOException {
    List<String> members = envelope.members();
    @Nullable Object[] found = new Object[members.size()];
    EnvelopeParts parts = new EnvelopeParts();
    PathReader paths =
        new PathReader()
            .on(
                envelope.success(),
                reader -> parts.success = optional(reader, JsonFormats.BOOLEAN));
    for (int i = 0; i < members.size(); i++) {
      int index = i;
      paths.on(members.get(i), reader -> found[index] = read(reader, type, wanted));
    }
    paths.read(in);
    finish(in);
    refuseUnlessSuccessful(parts.success);
    for (Object payload : found) {
      if (payload != null) {
        return payload;
      }
    }
    throw new JsonSyntaxException(
        "Expected a value in " + String.join(" or ", members) + " at path $");
  }

  private @Nullable Object read(JsonReader in, Type type, @Nullable WantedId wanted)
      throws IOException {
    Type element = Payloads.elementType(type);
    if (element != null) {
      return readList(in, payloads.adapter(element));
    }
    TypeAdapter<Object> adapter = payloads.adapter(type);
    return switch (in.peek()) {
      case NULL -> {
        in.nextNull();
        yield null;
      }
      case BEGIN_ARRAY -> readOnly(in, adapter, wanted);
      default -> adapter.read(in);
    };
  }

  /** The one element of an array that stands where one object is expected. */
  private static Object readOnly(
      JsonReader in, TypeAdapter<Object> adapter, @Nullable WantedId wanted) throws IOException {
    String path = in.getPath();
    List<Object> elements = readList(in, adapter);
    return wanted == null
        ? only(elements, "one object", elements.size(), path)
        : only(wanted.among(elements, adapter), wanted.toString(), elements.size(), path);
  }

  private static Object only(List<Object> wanted, String what, int among, String path) {
    if (wanted.size() != 1) {
      throw new JsonSyntaxException(
          "Expected "
              + what
              + " but found "
              + wanted.size()
              + " in an array of "
              + among
              + " at path "
              + path);
    }
    return wanted.get(0);
  }

  /** A list; null stands for an empty one, a single object for a list of one. */
  private static List<Object> readList(JsonReader in, TypeAdapter<Object> element)
      throws IOException {
    return switch (in.peek()) {
      case NULL -> {
        in.nextNull();
        yield List.of();
      }
      case BEGIN_OBJECT -> List.of(element.read(in));
      default -> JsonFormats.listOf(element).read(in);
    };
  }

  private static <T> @Nullable T optional(JsonReader in, TypeAdapter<T> adapter)
      throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    return adapter.read(in);
  }

  static JsonReader open(Reader json) {
    return open(json, null);
  }

  private static ResponseReader open(Reader json, @Nullable String operation) {
    ResponseReader in = new ResponseReader(json, operation);
    // Refuses all that could be meant in two ways. A tab that was not escaped or half of a pair in
    // one client's name is passed over, since it would make the whole page unreadable.
    in.setStrictness(Strictness.LEGACY_STRICT);
    return in;
  }

  private static void finish(JsonReader in) throws IOException {
    if (in.peek() != JsonToken.END_DOCUMENT) {
      throw new JsonSyntaxException("Expected the end but found " + in.peek() + " at path $");
    }
  }

  private static void refuseUnlessSuccessful(@Nullable Boolean success) {
    if (success != null && !success) {
      throw new RefusedInEnvelope();
    }
  }

  private static final class PageParts {
    private @Nullable List<Object> items;
    private @Nullable Long totalItems;
    private @Nullable Integer totalPages;
    private @Nullable Boolean success;
  }

  private static final class EnvelopeParts {
    private @Nullable Boolean success;
  }

  /** The envelope says that the call was refused although the status says success. */
  static final class RefusedInEnvelope extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedInEnvelope() {
      super(null, null, false, false);
    }
  }
}
