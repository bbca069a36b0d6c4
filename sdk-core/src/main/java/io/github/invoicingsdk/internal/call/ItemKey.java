package io.github.invoicingsdk.internal.call;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.function.ToLongFunction;

/**
 * Tells the items of a list apart by 64 bits: a hash of their id, or of all that they hold if they
 * have none. An item keeps its id when it changes. Thread-safe.
 */
final class ItemKey implements ToLongFunction<Object> {

  /** The numbers of FNV-1a, which makes doubles unlikely even among millions. */
  private static final long BASIS = 0xCBF29CE484222325L;

  private static final long PRIME = 0x100000001B3L;

  private final TypeAdapter<Object> adapter;

  ItemKey(TypeAdapter<Object> adapter) {
    this.adapter = adapter;
  }

  @Override
  public long applyAsLong(Object item) {
    StringWriter text = new StringWriter();
    try {
      adapter.write(new IdFinder(text), item);
    } catch (IdFound e) {
      return hash(e.id);
    } catch (IOException e) {
      throw new IllegalStateException("an item that was read cannot be written", e);
    }
    return hash(text.getBuffer());
  }

  private static long hash(CharSequence text) {
    long hash = BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  /** Writes an object up to its own id: models write that first, and no more of them is needed. */
  private static final class IdFinder extends JsonWriter {

    private int depth;
    private boolean idIsNext;

    IdFinder(StringWriter text) {
      super(text);
    }

    @Override
    public JsonWriter beginObject() throws IOException {
      depth++;
      return super.beginObject();
    }

    @Override
    public JsonWriter endObject() throws IOException {
      depth--;
      return super.endObject();
    }

    @Override
    public JsonWriter name(String name) throws IOException {
      idIsNext = depth == 1 && name.equalsIgnoreCase("id");
      return super.name(name);
    }

    @Override
    public JsonWriter value(Number value) throws IOException {
      if (idIsNext) {
        throw new IdFound(value.toString());
      }
      return super.value(value);
    }

    @Override
    public JsonWriter value(String value) throws IOException {
      if (idIsNext) {
        throw new IdFound(value);
      }
      return super.value(value);
    }
  }

  /** Ends the writing of an item, without the cost of a stack trace. */
  private static final class IdFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String id;

    IdFound(String id) {
      super(null, null, false, false);
      this.id = id;
    }
  }
}
