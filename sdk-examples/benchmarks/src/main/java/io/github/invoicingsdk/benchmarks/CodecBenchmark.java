package io.github.invoicingsdk.benchmarks;

import io.github.invoicingsdk.benchmarks.codec.Codec;
import io.github.invoicingsdk.benchmarks.codec.CodecKind;
import io.github.invoicingsdk.benchmarks.codec.Payload;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** JSON alone, from bytes to a typed value and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodecBenchmark {

  /** What reads and writes. */
  @Param public CodecKind codec = CodecKind.SDK;

  /** What is read and written. */
  @Param public Payload payload = Payload.FIFTY_FIELDS;

  private Codec measured;
  private byte[] json;
  private Object value;

  /** Makes the bytes and the value. */
  @Setup
  public void prepare() throws Exception {
    measured = codec.of(payload);
    json = payload.json();
    value = measured.decode(json);
  }

  /** From bytes to a value. */
  @Benchmark
  public Object decode() throws Exception {
    return measured.decode(json);
  }

  /** From a value to bytes. */
  @Benchmark
  public byte[] encode() throws Exception {
    return measured.encode(value);
  }
}
