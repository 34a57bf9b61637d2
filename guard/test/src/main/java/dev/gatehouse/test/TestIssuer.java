package dev.gatehouse.test;

import dev.gatehouse.InstalledGuard;
import dev.gatehouse.Settings;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.middleware.Authorizer;
import dev.gatehouse.middleware.Guard;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.TokenPolicy;
import dev.gatehouse.token.TokenVersion;
import dev.gatehouse.token.TrustedIssuers;
import dev.gatehouse.token.Verifier;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An issuer in place of Entra, for tests: it signs tokens as Entra issues them, and serves its discovery documents and keys on
 * 127.0.0.1. The guard that goes with it reads the contract of the app under test and verifies every token as the app's own
 * guard does; it differs in where the keys are fetched, and in its settings.
 *
 * <p>The key is made anew by each issuer and never leaves the process, so its tokens are worth nothing anywhere else.
 */
public final class TestIssuer implements AutoCloseable {
    private static final String API = "7e57ca11-0000-4000-8000-000000000007";
    private static final Map<String, String> SETTINGS = Map.of(
            Settings.LOGIN_ENDPOINT,
            "https://login.microsoftonline.com",
            Settings.TENANT_IDS,
            TestCaller.TENANT,
            Settings.API_CLIENT_ID,
            API,
            Settings.APP_ID_URIS,
            "api://" + API,
            Settings.ALLOWED_CLIENTS,
            TestCaller.CLIENT + "," + TestCaller.GATEWAY.client(),
            Settings.ALLOWED_PRINCIPALS,
            "any",
            Settings.FORWARDING_GATEWAY,
            TestCaller.GATEWAY.objectId());

    private final SigningKey key = SigningKey.generate("test");
    private final Settings settings;
    private final Contract contract;
    private final LoopbackIssuer issuer;
    private final Guard guard;
    private @Nullable InstalledGuard installed; // guarded by this

    private TestIssuer(Settings settings, Contract contract) {
        this.settings = settings;
        this.contract = contract;
        this.issuer = LoopbackIssuer.start(settings, key);
        this.guard = guard(settings, contract, issuer);
    }

    /**
     * Starts an issuer for the app under test.
     *
     * @throws IllegalStateException where its contract has faults, or is not on the class path; the message lists them
     */
    public static TestIssuer start() {
        return start(Map.of());
    }

    /**
     * Starts an issuer for an app with particular settings.
     *
     * @param appSettings by name, such as {@code GATEHOUSE_ALLOWED_CLIENTS}; each replaces the issuer's own
     * @throws IllegalStateException where the contract or the settings have faults; the message lists them
     */
    public static TestIssuer start(Map<String, String> appSettings) {
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.putAll(appSettings);
        Settings.Reading reading = Settings.read(all);
        if (reading instanceof Settings.Reading.Faulty faulty) {
            throw new IllegalStateException("faulty settings: " + String.join("; ", faulty.problems()));
        }
        ContractResult result = ContractReader.readOwn();
        if (result instanceof ContractResult.Faulty faulty) {
            throw new IllegalStateException("faulty contract/security.json: " + faulty.faults());
        }
        return new TestIssuer(
                ((Settings.Reading.Valid) reading).settings(), ((ContractResult.Valid) result).contract());
    }

    /** A valid token of an application with these app roles. */
    public TestToken app(String... roles) {
        return token(TestCaller.app(roles));
    }

    /** A valid token of a user who granted these scopes. */
    public TestToken user(String... scopes) {
        return token(TestCaller.user(scopes));
    }

    /** A valid token for this caller, in the contract's first version; for one behind a gateway, the gateway's token. */
    public TestToken token(TestCaller caller) {
        TokenVersion version = TokenVersion.of(contract.tokenVersions().get(0)).orElseThrow();
        return new TestToken(
                new TestToken.Draft(new EntraClaims(settings), caller.caller(), version, Map.of()), key, false);
    }

    /** The guard that accepts this issuer's tokens. */
    public Guard guard() {
        return guard;
    }

    /**
     * Makes {@link dev.gatehouse.Gatehouse#guard()} return this issuer's guard until {@link #close}, in the whole process: tests
     * that do so must not run at the same time.
     *
     * @return this issuer
     */
    public synchronized TestIssuer install() {
        if (installed == null) {
            installed = InstalledGuard.install(guard);
        }
        return this;
    }

    /** Stops serving; gives the app's own guard its place back. */
    @Override
    public synchronized void close() {
        if (installed != null) {
            installed.close();
            installed = null;
        }
        issuer.close();
    }

    private static Guard guard(Settings settings, Contract contract, LoopbackIssuer issuer) {
        Clock clock = Clock.systemUTC();
        TokenPolicy policy = settings.tokenPolicy(contract);
        TrustedIssuers issuers = new TrustedIssuers(settings.loginEndpoint(), policy);
        IssuerKeys keys = new IssuerKeys(issuer, clock, Runnable::run, System.err::println);
        Verifier verifier = new Verifier(issuers, new SignatureCheck(keys), policy, clock);
        return new Guard(
                Authorizer.by(contract, verifier, settings.forwardingGateway()),
                contract.api(),
                () -> keys.areReady(issuers.all()));
    }
}
