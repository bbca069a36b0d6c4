package io.github.invoicingsdk.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.invoicingsdk.model.JsonModel;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Lets Jackson 2 write and read the models and open enums of all providers, alone and as parts of
 * records, lists, maps and the like. Jackson must be on the class path, in version 2.15 or newer,
 * or required as the module {@code com.fasterxml.jackson.databind}:
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new Jackson2Module()).build();
 * String json = mapper.writeValueAsString(Map.of("sequence", sequence));
 * }</pre>
 *
 * <p>The JSON is that of {@link io.github.invoicingsdk.model.JsonModel#toJson()}: with the
 * provider's names whatever the mapper's naming is, and with secrets, unknown properties, explicit
 * nulls and values that could not be read. Numbers are exact. Formats other than JSON hold the same
 * objects. An open enum can be the key of a map; a model cannot, and ends in an exception.
 *
 * <p>What is not the JSON of a model ends in Jackson's {@link
 * com.fasterxml.jackson.databind.exc.MismatchedInputException}, whose message names the place and
 * not the value.
 *
 * <p>Immutable and thread-safe.
 */
@SuppressWarnings("exports") // Who uses it has Jackson.
public final class Jackson2Module extends Module implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Creates the module, to be registered with a mapper. */
  public Jackson2Module() {}

  @Override
  public String getModuleName() {
    return Jackson2Module.class.getName();
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(new Written(new Jackson2ModelSerializer()));
    context.addDeserializers(new Models());
    context.addKeySerializers(new Written(new Jackson2KeySerializer()));
    context.addKeyDeserializers(new EnumKeys());
  }

  /** Writes all models by one serializer, which has no state. */
  private static final class Written extends Serializers.Base implements Serializable {
    private static final long serialVersionUID = 1L;

    private final StdSerializer<JsonModel> serializer;

    Written(StdSerializer<JsonModel> serializer) {
      this.serializer = serializer;
    }

    @Override
    public @Nullable JsonSerializer<?> findSerializer(
        SerializationConfig config, JavaType type, BeanDescription description) {
      return ModelJson.isWritten(type.getRawClass()) ? serializer : null;
    }
  }

  private static final class Models extends Deserializers.Base implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      return ModelJson.isRead(type.getRawClass())
          ? new Jackson2ModelDeserializer<>(type.getRawClass())
          : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return ModelJson.isRead(type);
    }
  }

  private static final class EnumKeys implements KeyDeserializers, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      return ModelJson.isKey(type.getRawClass())
          ? new Jackson2KeyDeserializer(type.getRawClass())
          : null;
    }
  }
}
