package io.github.invoicingsdk.benchmarks.handwritten;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** Reads and writes a boolean as the provider does: 1 or 0. */
final class FlagAdapter extends TypeAdapter<Boolean> {

  @Override
  public Boolean read(JsonReader in) throws IOException {
    return in.nextInt() != 0;
  }

  @Override
  public void write(JsonWriter out, Boolean value) throws IOException {
    out.value(value ? 1 : 0);
  }
}
