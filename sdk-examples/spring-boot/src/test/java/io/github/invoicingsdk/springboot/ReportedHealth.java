package io.github.invoicingsdk.springboot;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * The health of an account as Spring Boot gets it, of whichever generation it is.
 *
 * @param status the status's code
 * @param details its details
 */
record ReportedHealth(String status, Map<String, Object> details) {

  private static final String CONTRIBUTOR = "invoicingHealthContributor";

  private static final boolean SPRING_BOOT_4 =
      ClassUtils.isPresent("org.springframework.boot.health.contributor.Health", null);

  /** The health of one account. */
  static ReportedHealth of(ApplicationContext context, String account) {
    Object contributor = context.getBean(CONTRIBUTOR);
    return SPRING_BOOT_4
        ? Generation4.health(contributor, account)
        : Generation3.health(contributor, account);
  }

  /** The names of all accounts, in the order of the components. */
  static List<String> accounts(ApplicationContext context) {
    Object contributor = context.getBean(CONTRIBUTOR);
    return SPRING_BOOT_4 ? Generation4.names(contributor) : Generation3.names(contributor);
  }

  // Of the following classes only one can be loaded.

  private static final class Generation4 {

    static ReportedHealth health(Object contributor, String account) {
      var indicator =
          (org.springframework.boot.health.contributor.HealthIndicator)
              ((org.springframework.boot.health.contributor.CompositeHealthContributor) contributor)
                  .getContributor(account);
      var health = Objects.requireNonNull(Objects.requireNonNull(indicator).health());
      return new ReportedHealth(health.getStatus().getCode(), health.getDetails());
    }

    static List<String> names(Object contributor) {
      return ((org.springframework.boot.health.contributor.CompositeHealthContributor) contributor)
          .stream()
              .map(org.springframework.boot.health.contributor.HealthContributors.Entry::name)
              .toList();
    }
  }

  private static final class Generation3 {

    static ReportedHealth health(Object contributor, String account) {
      var health =
          ((org.springframework.boot.actuate.health.HealthIndicator)
                  ((org.springframework.boot.actuate.health.CompositeHealthContributor) contributor)
                      .getContributor(account))
              .health();
      return new ReportedHealth(health.getStatus().getCode(), health.getDetails());
    }

    static List<String> names(Object contributor) {
      return ((org.springframework.boot.actuate.health.CompositeHealthContributor) contributor)
          .stream().map(org.springframework.boot.actuate.health.NamedContributor::getName).toList();
    }
  }
}
