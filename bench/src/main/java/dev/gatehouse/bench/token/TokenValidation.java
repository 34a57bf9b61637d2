package dev.gatehouse.bench.token;

import dev.gatehouse.bench.BenchEntra;
import dev.gatehouse.bench.Cpu;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One validation of a version 2 token. */
@State(Scope.Benchmark)
public class TokenValidation {

    @Param
    public TokenValidator subject;

    private Supplier<Object> validation;

    @Setup
    public void prepare() {
        BenchEntra entra = BenchEntra.read();
        if (subject.isPeer()) {
            Honesty.check(subject, entra);
        }
        validation = subject.validation(entra);
    }

    @Benchmark
    public Object validate(Cpu cpu) {
        return validation.get();
    }
}
