package io.github.invoicingsdk.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Asks what the signatures of a class name that users can reach, in and between its brackets. */
final class PublicSignatures {
  private PublicSignatures() {}

  /**
   * Refuses types in supertypes, type parameters, fields, parameters, results and exceptions.
   *
   * @param what the refused types, in words
   * @param refused recognises a refused type
   * @param except full names of members, such as {@code a.B.c(d.E)}, that may name them
   */
  static ArchCondition<JavaClass> nameNo(
      String what, Predicate<JavaClass> refused, Set<String> except) {
    return new ArchCondition<>("name no " + what + " in public signatures") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getSuperclass().ifPresent(parent -> report(type, type, parent, events));
        for (JavaType parent : type.getInterfaces()) {
          report(type, type, parent, events);
        }
        for (JavaType parameter : type.getTypeParameters()) {
          report(type, type, parameter, events);
        }
        for (JavaField field : type.getFields()) {
          if (isReachable(field.getModifiers())) {
            report(type, field, field.getType(), events);
          }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          if (isReachable(unit.getModifiers())) {
            report(type, unit, unit.getReturnType(), events);
            unit.getParameterTypes().forEach(each -> report(type, unit, each, events));
            unit.getTypeParameters().forEach(each -> report(type, unit, each, events));
            unit.getExceptionTypes().forEach(each -> report(type, unit, each, events));
          }
        }
      }

      private void report(
          JavaClass owner, HasName.AndFullName member, JavaType named, ConditionEvents events) {
        for (JavaClass type : named.getAllInvolvedRawTypes()) {
          if (refused.test(type) && !except.contains(member.getFullName())) {
            events.add(
                SimpleConditionEvent.violated(
                    owner, member.getFullName() + " names " + type.getName()));
          }
        }
      }
    };
  }

  /** The types of the annotations on the class, its members and their parameters. */
  static Set<String> annotations(JavaClass type) {
    Set<String> names = new TreeSet<>();
    collect(type, names);
    type.getMembers().forEach(member -> collect(member, names));
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      unit.getParameters().forEach(parameter -> collect(parameter, names));
    }
    return names;
  }

  private static void collect(HasAnnotations<?> annotated, Collection<String> names) {
    for (JavaAnnotation<?> annotation : annotated.getAnnotations()) {
      names.add(annotation.getRawType().getName());
    }
  }

  /** Synthetic members are the compiler's; no source can name them. */
  private static boolean isReachable(Set<JavaModifier> modifiers) {
    return PublishedClasses.isReachable(modifiers) && !modifiers.contains(JavaModifier.SYNTHETIC);
  }
}
