package io.github.invoicingsdk.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;

/**
 * What others see of compiled classes, as a jar: without code, private members, resources and
 * annotations other than {@code @Deprecated}. The same classes always make the same bytes.
 */
final class ApiJar {

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String DEPRECATED = "Ljava/lang/Deprecated;";

  private ApiJar() {}

  /**
   * Makes the jar.
   *
   * @param classes a jar or a folder of classes
   */
  static byte[] of(Path classes) throws IOException {
    SortedMap<String, byte[]> stripped = new TreeMap<>();
    if (Files.isDirectory(classes)) {
      strip(classes, stripped);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(classes)) {
        strip(jar.getPath("/"), stripped);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : stripped.entrySet()) {
        JarEntry entry = new JarEntry(file.getKey());
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        out.write(file.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static void strip(Path root, SortedMap<String, byte[]> stripped) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.endsWith("module-info.class"))
          .forEach(
              file -> {
                byte[] seen = strip(file);
                if (seen != null) {
                  stripped.put(root.relativize(file).toString().replace('\\', '/'), seen);
                }
              });
    } catch (UncheckedIOException e) {
      throw new IOException("a class below " + root + " cannot be read", e);
    }
  }

  private static byte @Nullable [] strip(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ClassWriter writer = new ClassWriter(0);
    Visible visible = new Visible(writer);
    new ClassReader(bytes)
        .accept(visible, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return visible.isSeen ? writer.toByteArray() : null;
  }

  private static boolean isHidden(int access) {
    return (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) != 0;
  }

  /** Passes on what is visible from other classes. */
  private static final class Visible extends ClassVisitor {

    private String name = "";
    private boolean isSeen = true;

    Visible(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String className,
        @Nullable String signature,
        String superName,
        String[] interfaces) {
      name = className;
      isSeen = (access & Opcodes.ACC_SYNTHETIC) == 0;
      super.visit(version, access, className, signature, superName, interfaces);
    }

    @Override
    public void visitOuterClass(
        String owner, @Nullable String method, @Nullable String descriptor) {
      // Only local and anonymous classes have one.
      isSeen = false;
    }

    @Override
    public void visitNestHost(String host) {
      // What is private does not stay.
    }

    @Override
    public void visitNestMember(String member) {
      // What is private does not stay.
    }

    @Override
    public void visitInnerClass(
        String innerName, @Nullable String outer, @Nullable String simple, int access) {
      if (innerName.equals(name) && (access & Opcodes.ACC_PRIVATE) != 0) {
        isSeen = false;
      }
      super.visitInnerClass(innerName, outer, simple, access);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return descriptor.equals(DEPRECATED) ? super.visitAnnotation(descriptor, visible) : null;
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
        int reference, @Nullable TypePath path, String descriptor, boolean visible) {
      return null;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String field,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      if (isHidden(access)) {
        return null;
      }
      FieldVisitor next = super.visitField(access, field, descriptor, signature, value);
      return new FieldVisitor(Opcodes.ASM9, next) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          return annotation.equals(DEPRECATED) ? super.visitAnnotation(annotation, visible) : null;
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
            int reference, @Nullable TypePath path, String annotation, boolean visible) {
          return null;
        }
      };
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String method,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (isHidden(access) || method.equals("<clinit>")) {
        return null;
      }
      MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          return annotation.equals(DEPRECATED) ? super.visitAnnotation(annotation, visible) : null;
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
            int reference, @Nullable TypePath path, String annotation, boolean visible) {
          return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitParameterAnnotation(
            int parameter, String annotation, boolean visible) {
          return null;
        }
      };
    }
  }
}
