package dev.gatehouse.bench.gateway;

import dev.gatehouse.bench.BenchEntra;
import dev.gatehouse.bench.Cpu;
import dev.gatehouse.local.chain.Flow;
import dev.gatehouse.local.chain.Validation;
import dev.gatehouse.local.gateway.Gateway;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.token.Metadata;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A call that every policy admits, through the gateway to a backend that answers at once; and the signature check in it alone. */
@State(Scope.Benchmark)
public class GatewayWork {

    /** What is measured. */
    public enum Subject {
        GATEWAY_SIGNATURE_CHECK(0),
        GATEWAY_CALLER_TOKEN(1),
        GATEWAY_CALLER_TOKEN_VALIDATE_JWT(2),
        GATEWAY_IDENTITY(1),
        GATEWAY_IDENTITY_VALIDATE_JWT(2);

        private final int signatureChecks;

        Subject(int signatureChecks) {
            this.signatureChecks = signatureChecks;
        }

        /** How many are in a call: {@code validate-jwt} asks each of its two openid-configs; 0 for what is no call. */
        int signatureChecks() {
            return signatureChecks;
        }
    }

    @Param
    public Subject subject;

    private Supplier<Object> work;

    @Setup
    public void prepare() {
        BenchGateway bench = new BenchGateway(BenchEntra.read());
        work = switch (subject) {
            case GATEWAY_SIGNATURE_CHECK -> signatureCheck(bench);
            case GATEWAY_CALLER_TOKEN -> call(bench, Flow.CALLER_TOKEN, Validation.AZURE_AD_TOKEN);
            case GATEWAY_CALLER_TOKEN_VALIDATE_JWT -> call(bench, Flow.CALLER_TOKEN, Validation.JWT);
            case GATEWAY_IDENTITY -> call(bench, Flow.GATEWAY_IDENTITY, Validation.AZURE_AD_TOKEN);
            case GATEWAY_IDENTITY_VALIDATE_JWT -> call(bench, Flow.GATEWAY_IDENTITY, Validation.JWT);
        };
    }

    @Benchmark
    public Object call(Cpu cpu) {
        return work.get();
    }

    private static Supplier<Object> call(BenchGateway bench, Flow flow, Validation validation) {
        Gateway gateway = bench.gateway(flow, validation);
        Request request = bench.request();
        int status = gateway.handle(request, Optional.empty()).status();
        if (status != 200) {
            throw new IllegalStateException("the policies of " + flow + " with " + validation + " answer " + status);
        }
        return () -> gateway.handle(request, Optional.empty());
    }

    /** Without reading the token: that is the gateway's work. */
    private static Supplier<Object> signatureCheck(BenchGateway bench) {
        SignatureCheck signatures = bench.signatures();
        SignedToken token =
                ((TokenReading.Readable) SignedToken.read(bench.entra().token())).token();
        Metadata metadata =
                new Metadata(URI.create(BenchEntra.ISSUER + "/.well-known/openid-configuration"), BenchEntra.TENANT);
        if (!(signatures.check(token, metadata) instanceof SignatureCheck.Outcome.Signed)) {
            throw new IllegalStateException("the benchmark's own token is not signed");
        }
        return () -> signatures.check(token, metadata);
    }
}
