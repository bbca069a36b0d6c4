package io.github.invoicingsdk.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.github.invoicingsdk.model.JsonModel;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.ser.Serializers;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Lets Jackson 3 write and read the models and open enums of all providers, alone and as parts of
 * records, lists, maps and the like. Jackson must be on the class path, or required as the module
 * {@code tools.jackson.databind}:
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new Jackson3Module()).build();
 * String json = mapper.writeValueAsString(Map.of("sequence", sequence));
 * }</pre>
 *
 * <p>The JSON is that of {@link io.github.invoicingsdk.model.JsonModel#toJson()}: with the
 * provider's names whatever the mapper's naming is, and with secrets, unknown properties, explicit
 * nulls and values that could not be read. Numbers are exact. Formats other than JSON hold the same
 * objects. An open enum can be the key of a map; a model cannot, and ends in an exception.
 *
 * <p>What is not the JSON of a model ends in Jackson's {@link
 * tools.jackson.databind.exc.MismatchedInputException}, whose message names the place and not the
 * value.
 *
 * <p>Immutable and thread-safe.
 */
@SuppressWarnings("exports") // Who uses it has Jackson.
public final class Jackson3Module extends JacksonModule implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Creates the module, to be registered with a mapper. */
  public Jackson3Module() {}

  @Override
  public String getModuleName() {
    return Jackson3Module.class.getName();
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(new Written(new Jackson3ModelSerializer()));
    context.addDeserializers(new Models());
    context.addKeySerializers(new Written(new Jackson3KeySerializer()));
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
    public @Nullable ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.@Nullable Value format) {
      return ModelJson.isWritten(type.getRawClass()) ? serializer : null;
    }
  }

  private static final class Models extends Deserializers.Base implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
      return ModelJson.isRead(type.getRawClass())
          ? new Jackson3ModelDeserializer<>(type.getRawClass())
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
        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
      return ModelJson.isKey(type.getRawClass())
          ? new Jackson3KeyDeserializer(type.getRawClass())
          : null;
    }
  }
}
