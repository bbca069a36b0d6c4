package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.json.Jackson2Module;
import io.github.invoicingsdk.json.Jackson3Module;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets the application's own JSON have models in it, such as what its controllers return: a bean
 * for each generation of Jackson that is on the class path, which Spring Boot gives to the mappers
 * that it makes.
 *
 * <p>It needs no account, and depends on nothing that health or metrics depend on. A bean of the
 * application's own of type {@link Jackson2Module} or {@link Jackson3Module} takes the place.
 */
// What its annotations name concerns Spring alone.
@SuppressWarnings("exports")
@AutoConfiguration
public final class InvoicingJacksonAutoConfiguration {

  InvoicingJacksonAutoConfiguration() {}

  /** For Jackson 2, which Spring Boot 3 uses. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(com.fasterxml.jackson.databind.Module.class)
  static final class Jackson2 {

    @Bean
    @ConditionalOnMissingBean
    static Jackson2Module invoicingJackson2Module() {
      return new Jackson2Module();
    }
  }

  /** For Jackson 3, which Spring Boot 4 uses. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(tools.jackson.databind.JacksonModule.class)
  static final class Jackson3 {

    @Bean
    @ConditionalOnMissingBean
    static Jackson3Module invoicingJackson3Module() {
      return new Jackson3Module();
    }
  }
}
