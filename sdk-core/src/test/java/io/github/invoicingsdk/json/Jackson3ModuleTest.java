package io.github.invoicingsdk.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.model.JsonModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class Jackson3ModuleTest extends JacksonModuleContract {

  /** What may be there or not. */
  record Found(Optional<Sequence> sequence) {}

  private final ObjectMapper mapper = JsonMapper.builder().addModule(new Jackson3Module()).build();
  private final ObjectMapper yaml = YAMLMapper.builder().addModule(new Jackson3Module()).build();
  private final ObjectMapper cbor = CBORMapper.builder().addModule(new Jackson3Module()).build();
  private final ObjectMapper plain = new JsonMapper();

  @Override
  String write(Object value) throws Exception {
    return mapper.writeValueAsString(value);
  }

  @Override
  <T> T read(String json, Class<T> type) throws Exception {
    return mapper.readValue(json, type);
  }

  @Override
  <T> T readLenient(String json, Class<T> type) throws Exception {
    return mapper
        .readerFor(type)
        .withFeatures(
            JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
            JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
            JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
            JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
        .readValue(json);
  }

  @Override
  Map<?, ?> readMap(String json, Class<?> keys) throws Exception {
    return mapper.readValue(
        json, mapper.getTypeFactory().constructMapType(LinkedHashMap.class, keys, Integer.class));
  }

  @Override
  String writePlain(Object value) throws Exception {
    return plain.writeValueAsString(value);
  }

  @Override
  Object readPlain(String json, Class<?> type) throws Exception {
    return plain.readValue(json, type);
  }

  @Override
  List<Object> throughOtherForms(JsonModel model) throws Exception {
    Class<?> type = model.getClass();
    return List.of(
        yaml.readValue(yaml.writeValueAsString(model), type),
        cbor.readValue(cbor.writeValueAsBytes(model), type),
        mapper.convertValue(model, type));
  }

  @Test
  void an_optional_model_is_written_and_read_back() {
    Found found = new Found(Optional.of(Sequence.fromJson("{\"id\":1}")));

    String json = mapper.writeValueAsString(found);

    assertThat(json).isEqualTo("{\"sequence\":{\"id\":1}}");
    assertThat(mapper.readValue(json, Found.class)).isEqualTo(found);
  }

  @Override
  boolean isObjectInTree(JsonModel model) {
    return mapper.valueToTree(model).path("brand_new").path("a").isArray();
  }

  @Override
  Class<? extends Exception> failure() {
    return DatabindException.class;
  }

  @Override
  Class<? extends Exception> mismatch() {
    return MismatchedInputException.class;
  }

  @Override
  String writeByDeserializedMapper(Object value) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(mapper);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return ((ObjectMapper) in.readObject()).writeValueAsString(value);
    }
  }
}
