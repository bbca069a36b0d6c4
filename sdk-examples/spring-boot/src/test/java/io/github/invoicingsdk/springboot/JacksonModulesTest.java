package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.json.Jackson2Module;
import io.github.invoicingsdk.json.Jackson3Module;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.test.context.FilteredClassLoader;

/** Which modules there are for which Jackson. */
class JacksonModulesTest {

  private static final boolean SPRING_BOOT_3 = SpringBootVersion.getVersion().startsWith("3.");

  @Test
  void there_is_a_module_for_the_jackson_that_comes_with_this_spring_boot() {
    Contexts.empty()
        .run(
            context ->
                assertThat(context.getBeanDefinitionNames())
                    .filteredOn(name -> name.matches("invoicingJackson.Module"))
                    .containsExactly(
                        SPRING_BOOT_3 ? "invoicingJackson2Module" : "invoicingJackson3Module"));
  }

  @Test
  void without_jackson_there_is_no_module() {
    Contexts.empty()
        .withClassLoader(new FilteredClassLoader("com.fasterxml.jackson", "tools.jackson"))
        .run(
            context ->
                assertThat(context.getBeanDefinitionNames())
                    .noneMatch(name -> name.matches("invoicingJackson.Module")));
  }

  @Test
  void a_module_of_the_application_takes_the_place() {
    Class<?> type = SPRING_BOOT_3 ? Jackson2Module.class : Jackson3Module.class;

    Contexts.empty()
        .withBean("own", type)
        .run(context -> assertThat(context.getBeanNamesForType(type)).containsExactly("own"));
  }
}
