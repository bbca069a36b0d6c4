package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** The beans can be worked out when an application is built, as for a native image. */
class AheadOfTimeTest {

  private final InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();

  @Test
  void clients_keep_their_factory_methods_accounts_and_qualifiers() throws IOException {
    process();

    String code = code();
    assertThat(code)
        .contains("createInvoiceXpressClient", "createIdokladClient")
        .contains("new RuntimeBeanReference(\"invoiceXpressClient-acme-activity\")")
        .contains("new AutowireCandidateQualifier(\"" + "org.springframework")
        .contains("setDestroyMethodNames(\"close\")");
  }

  @Test
  void properties_can_be_bound_in_a_native_image_and_no_secret_is_compiled_in() throws IOException {
    RuntimeHints hints = process();

    for (Class<?> properties :
        new Class<?>[] {
          InvoicingProperties.class,
          InvoicingProperties.Health.class,
          InvoicingProperties.Logging.class,
          InvoiceXpressProperties.class,
          InvoiceXpressProperties.Account.class,
          IdokladProperties.class,
          IdokladProperties.Account.class,
          ClientProperties.class,
          ClientProperties.Proxy.class,
          ClientProperties.Retry.class
        }) {
      assertThat(
              RuntimeHintsPredicates.reflection()
                  .onConstructor(properties.getDeclaredConstructors()[0])
                  .invoke())
          .as(properties.getName())
          .accepts(hints);
    }
    assertThat(code()).doesNotContain("top-secret");
  }

  private RuntimeHints process() throws IOException {
    DefaultGenerationContext generation =
        new DefaultGenerationContext(
            new ClassNameGenerator(ClassName.get(getClass().getPackageName(), "Application")),
            files);
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      TestPropertyValues.of(
              "invoicing.invoicexpress.accounts.acme.account-name=acme",
              "invoicing.invoicexpress.accounts.acme.api-key=top-secret",
              "invoicing.idoklad.accounts.main.application-id=application")
          .applyTo(context);
      context.register(
          InvoicingAutoConfiguration.class,
          InvoicingHealthAutoConfiguration.class,
          InvoicingSanitizingAutoConfiguration.class);
      new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
    }
    generation.writeGeneratedContent();
    return generation.getRuntimeHints();
  }

  private String code() throws IOException {
    StringBuilder code = new StringBuilder();
    for (var file : Stream.of(files.getGeneratedFiles(Kind.SOURCE)).toList().get(0).values()) {
      code.append(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    return code.toString();
  }
}
