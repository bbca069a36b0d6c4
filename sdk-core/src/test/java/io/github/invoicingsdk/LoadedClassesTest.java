package io.github.invoicingsdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import feign.Response;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is not needed before the first call does not delay the start of a program. */
class LoadedClassesTest {

  @Test
  void making_a_client_loads_nothing_that_only_calls_need() throws Exception {
    try (Noting loader = new Noting()) {
      try (AutoCloseable portugal = invoiceXpress(loader);
          AutoCloseable czechia = idoklad(loader)) {
        assertThat(portugal.toString()).startsWith("InvoiceXpressClient");
        assertThat(czechia.toString()).startsWith("IdokladClient");
        assertThat(loader.loaded)
            .contains("io.github.invoicingsdk.internal.client.Assembly")
            .doesNotContain(
                "io.github.invoicingsdk.internal.call.GeneratedContract",
                "io.github.invoicingsdk.internal.model.JsonFormats",
                "io.github.invoicingsdk.internal.error.NamedSecrets",
                "io.github.invoicingsdk.internal.http.FileTransfer",
                // For lambdas, the first of which in a process take long.
                "java.lang.invoke.LambdaMetafactory",
                "java.security.MessageDigest",
                "java.util.logging.Logger",
                "java.util.regex.Pattern")
            .noneMatch(name -> name.startsWith("io.github.bucket4j.local."));
      }
    }
  }

  @Test
  void a_response_without_dates_loads_nothing_that_only_dates_need() throws Exception {
    try (Noting loader = new Noting()) {
      Class<?> response = loader.loadClass(OneResponse.class.getName());
      Object serie = ((Callable<?>) response.getConstructor().newInstance()).call();

      assertThat(serie).isEqualTo("2026");
      assertThat(loader.loaded)
          .contains("io.github.invoicingsdk.internal.model.PlainText")
          .doesNotContain(
              "io.github.invoicingsdk.internal.model.DateTimes", "java.util.logging.Logger");
    }
  }

  /** Reads one sequence. Its class is loaded by the loader that notes what it brings along. */
  public static final class OneResponse implements Callable<@Nullable String> {

    @Override
    public @Nullable String call() {
      byte[] body = "{\"sequence\":{\"id\":7,\"serie\":\"2026\"}}".getBytes(UTF_8);
      try (InvoiceXpressClient client =
          InvoiceXpressClient.builder()
              .account("acme")
              .apiKey("key")
              .unverifiedTransport(
                  (request, options) ->
                      Response.builder().request(request).status(200).body(body).build())
              .build()) {
        return client.sequences().get(7).serie();
      }
    }
  }

  private static AutoCloseable invoiceXpress(ClassLoader loader) throws Exception {
    Object builder = builder(loader, "invoicexpress.InvoiceXpressClient");
    builder.getClass().getMethod("account", String.class).invoke(builder, "acme");
    builder.getClass().getMethod("apiKey", String.class).invoke(builder, "key");
    return build(builder);
  }

  private static AutoCloseable idoklad(ClassLoader loader) throws Exception {
    Object builder = builder(loader, "idoklad.IdokladClient");
    Class<?> type = loader.loadClass("io.github.invoicingsdk.idoklad.ClientCredentials");
    Object parts = type.getMethod("builder").invoke(null);
    for (String part : List.of("applicationId", "clientId", "clientSecret")) {
      parts.getClass().getMethod(part, String.class).invoke(parts, part);
    }
    Object credentials = parts.getClass().getMethod("build").invoke(parts);
    builder.getClass().getMethod("clientCredentials", type).invoke(builder, credentials);
    return build(builder);
  }

  private static Object builder(ClassLoader loader, String client) throws Exception {
    return loader.loadClass("io.github.invoicingsdk." + client).getMethod("builder").invoke(null);
  }

  private static AutoCloseable build(Object builder) throws Exception {
    return (AutoCloseable) builder.getClass().getMethod("build").invoke(builder);
  }

  /** Loads the classes anew, as a fresh process would, and notes which. */
  private static final class Noting extends URLClassLoader {

    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    Noting() throws Exception {
      super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      loaded.add(name);
      return super.loadClass(name, resolve);
    }

    private static URL[] classPath() throws Exception {
      List<URL> urls = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        urls.add(Path.of(entry).toUri().toURL());
      }
      return urls.toArray(URL[]::new);
    }
  }
}
