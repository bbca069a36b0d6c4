package io.github.invoicingsdk.internal.call;

import feign.Contract;
import feign.MethodMetadata;
import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;

/**
 * Reads the methods of generated interfaces as Feign's own contract does, one at a time, and leaves
 * their request lines as they are. Feign's own makes templates of them, of which none is needed
 * here, and which take longer than all else that is read for a first call. Thread-safe.
 */
final class GeneratedContract extends Contract.BaseContract {

  /** What a method's annotations say. */
  MethodMetadata read(Method method) {
    return parseAndValidateMetadata(method.getDeclaringClass(), method);
  }

  @Override
  protected void processAnnotationOnClass(MethodMetadata metadata, Class<?> type) {}

  @Override
  protected void processAnnotationOnMethod(
      MethodMetadata metadata, Annotation annotation, Method method) {
    if (annotation instanceof RequestLine line) {
      String verb = line.value().substring(0, line.value().indexOf(' '));
      metadata.template().method(Request.HttpMethod.valueOf(verb));
    }
  }

  @Override
  protected boolean processAnnotationsOnParameter(
      MethodMetadata metadata, Annotation[] annotations, int index) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof Param param) {
        nameParam(metadata, param.value(), index);
        if (param.expander() != Param.ToStringExpander.class) {
          metadata.indexToExpanderClass().put(index, param.expander());
        }
        return true;
      }
      if (annotation instanceof QueryMap) {
        metadata.queryMapIndex(index);
        return true;
      }
    }
    return false;
  }
}
