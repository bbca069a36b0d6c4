package io.github.invoicingsdk.benchmarks.codec;

import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import io.github.invoicingsdk.benchmarks.handwritten.HandWrittenClient;
import io.github.invoicingsdk.benchmarks.handwritten.PlainClient;
import io.github.invoicingsdk.benchmarks.handwritten.PlainSequence;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.invoicexpress.model.PreferredContact;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import java.lang.reflect.Type;
import java.util.List;

/** The ways to read and write JSON. */
public enum CodecKind {
  /** The adapters of the SDK's models. */
  SDK("SDK"),
  /** Gson's reflection on plain fields. */
  GSON("Gson, reflection"),
  /** Jackson on the classes of the stock generator. */
  JACKSON("Jackson, stock classes");

  private final String title;

  CodecKind(String title) {
    this.title = title;
  }

  /**
   * How it is called in the report.
   *
   * @return a few words
   */
  public String title() {
    return title;
  }

  /**
   * What reads and writes a payload.
   *
   * @param payload the payload
   * @return the codec
   */
  public Codec of(Payload payload) {
    return switch (this) {
      case SDK -> new SdkCodec(sdkAdapter(payload));
      case GSON -> new GsonCodec(HandWrittenClient.GSON, plainType(payload));
      case JACKSON -> new JacksonCodec(payload);
    };
  }

  @SuppressWarnings("unchecked") // A codec is given only what it has made itself.
  private static TypeAdapter<Object> sdkAdapter(Payload payload) {
    TypeToken<?> type =
        switch (payload) {
          case SMALL -> TypeToken.get(PreferredContact.class);
          case FIFTY_FIELDS -> TypeToken.get(Sequence.class);
          case THOUSAND_ELEMENTS -> new TypeToken<List<Client>>() {};
        };
    return (TypeAdapter<Object>)
        new GsonBuilder()
            .registerTypeAdapterFactory(InvoiceXpressModels.REGISTRY)
            .create()
            .getAdapter(type);
  }

  private static Type plainType(Payload payload) {
    return switch (payload) {
      case SMALL -> PlainClient.Contact.class;
      case FIFTY_FIELDS -> PlainSequence.class;
      case THOUSAND_ELEMENTS -> new TypeToken<List<PlainClient>>() {}.getType();
    };
  }
}
