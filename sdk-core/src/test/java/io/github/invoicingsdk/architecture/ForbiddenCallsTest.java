package io.github.invoicingsdk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No published class asks the machine for its charset, locale, time zone or time, sleeps, or writes
 * to the console.
 *
 * <p>With them a program behaves otherwise on the machine of a user than on ours, and tests have to
 * wait.
 */
class ForbiddenCallsTest {
  private static final JavaClasses CLASSES = PublishedClasses.all();

  /** The one place that asks the machine; everything else is handed a time. */
  private static final String TIME = "io.github.invoicingsdk.internal.http.SystemTime";

  private static final String SANDBOX_MAIN = "io.github.invoicingsdk.sandbox.SandboxMain";

  /** A rule about what is called: an expression for calls as {@code a.B.c(d.E)}, and exceptions. */
  private record Rule(String what, String calls, Set<String> except) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule("java.util.logging", "java\\.util\\.logging\\..*", Set.of()),
          new Rule(
              "the console",
              "java\\.lang\\.System\\.(out|err|in|console.*)"
                  + "|java\\.lang\\.Throwable\\.printStackTrace\\(\\)",
              Set.of(SANDBOX_MAIN)),
          new Rule("the end of the program", "java\\.lang\\.System\\.exit.*", Set.of(SANDBOX_MAIN)),
          new Rule(
              "sleep",
              "java\\.lang\\.Thread\\.(sleep|onSpinWait|yield)\\(.*"
                  + "|java\\.util\\.concurrent\\.TimeUnit\\.sleep\\(.*"
                  + "|java\\.util\\.concurrent\\.locks\\.LockSupport\\.park(Nanos|Until)\\(.*",
              Set.of(TIME)),
          new Rule(
              "the default charset",
              "java\\.nio\\.charset\\.Charset\\.defaultCharset\\(\\)"
                  + "|java\\.lang\\.String\\.getBytes\\(\\)"
                  + "|java\\.lang\\.String\\.<init>\\(\\[B(, int, int)?\\)"
                  + "|java\\.io\\.InputStreamReader\\.<init>\\(java\\.io\\.InputStream\\)"
                  + "|java\\.io\\.OutputStreamWriter\\.<init>\\(java\\.io\\.OutputStream\\)"
                  + "|java\\.io\\.File(Reader|Writer)\\.<init>\\(java\\.(io\\.File|lang\\.String)"
                  + "(, boolean)?\\)"
                  + "|java\\.io\\.PrintStream\\.<init>\\(java\\.io\\.OutputStream(, boolean)?\\)"
                  + "|java\\.io\\.PrintWriter\\.<init>\\(java\\.io\\.OutputStream(, boolean)?\\)"
                  + "|java\\.io\\.ByteArrayOutputStream\\.toString\\(\\)",
              Set.of()),
          new Rule(
              "the default locale",
              "java\\.util\\.Locale\\.getDefault\\(.*"
                  + "|java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)"
                  + "|java\\.lang\\.String\\.formatted\\(.*"
                  + "|java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*"
                  + "|java\\.util\\.Formatter\\.<init>\\((java\\.lang\\.Appendable)?\\)"
                  + "|java\\.io\\.Print(Stream|Writer)\\.(format|printf)\\(java\\.lang\\.String, .*"
                  + "|java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)"
                  + "|java\\.time\\.format\\.DateTimeFormatterBuilder\\.toFormatter\\(\\)"
                  + "|java\\.text\\.(Decimal|SimpleDate)Format\\.<init>\\((java\\.lang\\.String)?\\)"
                  + "|java\\.text\\.NumberFormat\\.get\\w*Instance\\(\\)",
              Set.of()),
          new Rule(
              "the default time zone",
              "java\\.time\\.ZoneId\\.systemDefault\\(\\)"
                  + "|java\\.time\\.Clock\\.systemDefaultZone\\(\\)"
                  + "|java\\.util\\.TimeZone\\.getDefault\\(\\)"
                  + "|java\\.util\\.Calendar\\.getInstance\\(.*"
                  + "|java\\.util\\.Date\\.<init>\\(.*"
                  + "|java\\.time\\.\\w+\\.now\\(\\)",
              Set.of(TIME)),
          new Rule(
              "the machine's clock",
              "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)"
                  + "|java\\.time\\.Instant\\.now\\(\\)",
              Set.of(TIME)));

  static List<Rule> rules() {
    return RULES;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void published_code_never_asks_for(Rule rule) {
    Pattern calls = Pattern.compile(rule.calls());
    Set<String> found = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (!rule.except().contains(outermost(type))) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
          if (calls.matcher(access.getTarget().getFullName()).matches()) {
            found.add(access.getDescription());
          }
        }
      }
    }

    assertThat(found).as("%s", rule.what()).isEmpty();
  }

  /** Guards the expressions: each of these is a call that must not be there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.logging.Logger.getLogger(java.lang.String)",
        "java.lang.System.out",
        "java.lang.Throwable.printStackTrace()",
        "java.lang.Thread.sleep(long)",
        "java.util.concurrent.TimeUnit.sleep(long)",
        "java.lang.String.getBytes()",
        "java.lang.String.<init>([B)",
        "java.io.InputStreamReader.<init>(java.io.InputStream)",
        "java.lang.String.toLowerCase()",
        "java.lang.String.toUpperCase()",
        "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
        "java.lang.String.formatted([Ljava.lang.Object;)",
        "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
        "java.time.LocalDate.now()",
        "java.time.OffsetDateTime.now()",
        "java.time.Instant.now()",
        "java.time.ZoneId.systemDefault()",
        "java.lang.System.currentTimeMillis()",
        "java.lang.System.nanoTime()",
      })
  void a_call_that_depends_on_the_machine_is_recognised(String call) {
    assertThat(RULES).anyMatch(rule -> Pattern.matches(rule.calls(), call));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.String.getBytes(java.nio.charset.Charset)",
        "java.lang.String.<init>([B, java.nio.charset.Charset)",
        "java.lang.String.toLowerCase(java.util.Locale)",
        "java.lang.String.format(java.util.Locale, java.lang.String, [Ljava.lang.Object;)",
        "java.time.LocalDate.now(java.time.Clock)",
        "java.time.format.DateTimeFormatter.ofPattern(java.lang.String, java.util.Locale)",
      })
  void a_call_that_says_what_it_means_is_allowed(String call) {
    assertThat(RULES).noneMatch(rule -> Pattern.matches(rule.calls(), call));
  }

  @Test
  void names_of_calls_look_as_the_expressions_expect() {
    Set<String> names = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      type.getAccessesFromSelf().forEach(access -> names.add(access.getTarget().getFullName()));
    }

    assertThat(names)
        .contains(
            "java.lang.System.out",
            "java.time.Instant.now()",
            "java.lang.String.getBytes(java.nio.charset.Charset)",
            "java.lang.String.format(java.util.Locale, java.lang.String, [Ljava.lang.Object;)");
  }

  private static String outermost(JavaClass type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}
