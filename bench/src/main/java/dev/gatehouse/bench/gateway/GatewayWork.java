package dev.gatehouse.bench.gateway;

import dev.gatehouse.bench.BenchEntra;
import dev.gatehouse.bench.Cpu;
import dev.gatehouse.bench.token.RawSignature;
import dev.gatehouse.chain.gateway.Gateway;
import dev.gatehouse.chain.http.Request;
import java.util.Optional;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A call that every policy admits, through the gateway to a backend that answers immediately; and only the signature check of the same token. */
@State(Scope.Benchmark)
public class GatewayWork {

    /** What is measured. */
    public enum Subject {
        GATEWAY_SIGNATURE_CHECK,
        GATEWAY_CALLER_TOKEN,
        GATEWAY_CALLER_TOKEN_VALIDATE_JWT,
        GATEWAY_IDENTITY,
        GATEWAY_IDENTITY_VALIDATE_JWT
    }

    @Param
    public Subject subject;

    private Supplier<Object> work;

    @Setup
    public void prepare() {
        BenchGateway bench = new BenchGateway(BenchEntra.read());
        work = switch (subject) {
            case GATEWAY_SIGNATURE_CHECK -> RawSignature.ofJdk(bench.entra());
            case GATEWAY_CALLER_TOKEN -> call(bench, "main");
            case GATEWAY_CALLER_TOKEN_VALIDATE_JWT -> call(bench, "main-validate-jwt");
            case GATEWAY_IDENTITY -> call(bench, "gateway-identity");
            case GATEWAY_IDENTITY_VALIDATE_JWT -> call(bench, "gateway-identity-validate-jwt");
        };
    }

    @Benchmark
    public Object call(Cpu cpu) {
        return work.get();
    }

    private static Supplier<Object> call(BenchGateway bench, String snapshot) {
        Gateway gateway = bench.gateway(snapshot);
        Request request = bench.request();
        int status = gateway.handle(request, Optional.empty()).status();
        if (status != 200) {
            throw new IllegalStateException("the policies of " + snapshot + " answer " + status);
        }
        return () -> gateway.handle(request, Optional.empty());
    }
}
