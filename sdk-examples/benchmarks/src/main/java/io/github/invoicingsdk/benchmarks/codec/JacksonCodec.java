package io.github.invoicingsdk.benchmarks.codec;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.List;
import peers.jdk.ApiClient;
import peers.jdk.model.Client;
import peers.jdk.model.PreferredContact;
import peers.jdk.model.Sequence;

/** Jackson with the settings and the classes of the stock generator. */
final class JacksonCodec implements Codec {

  private final ObjectReader reader;
  private final ObjectWriter writer;

  JacksonCodec(Payload payload) {
    var mapper = ApiClient.createDefaultObjectMapper();
    this.reader =
        switch (payload) {
          case SMALL -> mapper.readerFor(PreferredContact.class);
          case FIFTY_FIELDS -> mapper.readerFor(Sequence.class);
          case THOUSAND_ELEMENTS -> mapper.readerFor(new TypeReference<List<Client>>() {});
        };
    this.writer = mapper.writer();
  }

  @Override
  public Object decode(byte[] json) throws IOException {
    return reader.readValue(json);
  }

  @Override
  public byte[] encode(Object value) throws IOException {
    return writer.writeValueAsBytes(value);
  }
}
