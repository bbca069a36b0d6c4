package io.github.invoicingsdk.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.model.JsonModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Jackson2ModuleTest extends JacksonModuleContract {

  private final ObjectMapper mapper = JsonMapper.builder().addModule(new Jackson2Module()).build();
  private final ObjectMapper yaml = YAMLMapper.builder().addModule(new Jackson2Module()).build();
  private final ObjectMapper cbor = CBORMapper.builder().addModule(new Jackson2Module()).build();
  private final ObjectMapper plain = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"1_000", "0x3E8", "1_000.0"})
  void a_number_of_yaml_is_the_same_number(String number) throws Exception {
    Document document = yaml.readValue("id: 1\nbrand_new: " + number + "\n", Document.class);

    assertThat(String.valueOf(document.unknownProperties().get("brand_new")))
        .matches("1000(\\.0)?");
  }

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

  @Override
  boolean isObjectInTree(JsonModel model) {
    return mapper.valueToTree(model).path("brand_new").path("a").isArray();
  }

  @Override
  Class<? extends Exception> failure() {
    return JsonMappingException.class;
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
