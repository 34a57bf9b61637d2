package dev.gatehouse;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.functions.ContractAgreement;
import dev.gatehouse.functions.FunctionList;
import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.keys.DocumentFetcher;
import dev.gatehouse.keys.HttpsFetcher;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.keys.MonotonicClock;
import dev.gatehouse.keys.ReadAhead;
import dev.gatehouse.middleware.Authorizer;
import dev.gatehouse.middleware.Guard;
import dev.gatehouse.middleware.Readiness;
import dev.gatehouse.token.Rs256Verifier;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.TokenPolicy;
import dev.gatehouse.token.TokenVersion;
import dev.gatehouse.token.TrustedIssuers;
import dev.gatehouse.token.Verifier;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.conscrypt.Conscrypt;

/**
 * Puts the guard of an app together once, with plain {@code new}, in reading order. Of the app it knows the settings, the contract and
 * the list of functions that the annotation processor wrote.
 */
final class GuardFactory {
    private static final int BACKGROUND_THREADS = 2;
    private static final String NO_TOKEN_TO_EXCHANGE = Settings.FORWARDING_GATEWAY
            + " names a gateway that calls for others, so no user's token arrives here: calls on behalf of users (\"onward\" in"
            + " contract/security.json) are refused with onward-token-not-forwarded; see docs/onward.md";

    private GuardFactory() {}

    /** The guard for these settings. Never throws: with faults, all of them are in one log entry, and the guard refuses every call. */
    static Guard create(Map<String, String> environment, ClassLoader jars) {
        List<String> faults = new ArrayList<>();
        Set<String> explicit = Set.of();
        try {
            Executor background = background();
            HttpsFetcher https = new HttpsFetcher();
            background.execute(https::prepare); // while settings and contract are read
            ReadAhead documents = new ReadAhead(https);
            Optional<Settings> settings = settings(environment, faults);
            settings.ifPresent(known -> beginReading(documents, known, background));
            Optional<Contract> contract = contract(faults);
            explicit = contract.map(Contract::explicit).orElse(Set.of());
            if (contract.isPresent()) {
                faults.addAll(ContractAgreement.differences(FunctionList.read(jars), contract.get()));
            }
            if (keepsTheTokensToExchange(settings, contract)) {
                Console.warning(NO_TOKEN_TO_EXCHANGE);
            }
            if (faults.isEmpty()) {
                return guard(settings.orElseThrow(), contract.orElseThrow(), documents, background);
            }
        } catch (IOException unreadable) {
            faults.add(String.valueOf(unreadable.getMessage()));
        } catch (Throwable bug) { // nothing may get out of middleware or injector: the worker would hang
            faults.add("the guard could not be put together: " + bug);
        }
        Console.error("configuration errors; every call is refused with 503 (misconfigured) until they are fixed: "
                + String.join("; ", faults));
        return new Guard(Authorizer.misconfigured(explicit), "misconfigured", () -> false);
    }

    /** Whether the app calls other APIs for its users, and a gateway keeps the users' tokens. */
    static boolean keepsTheTokensToExchange(Optional<Settings> settings, Optional<Contract> contract) {
        return settings.flatMap(Settings::forwardingGateway).isPresent()
                && contract.stream().anyMatch(each -> !each.onward().isEmpty());
    }

    /** The metadata of version 2, which nearly every contract accepts; where this one does not, the document is not used. */
    private static void beginReading(ReadAhead documents, Settings settings, Executor background) {
        TokenPolicy likely = settings.tokenPolicy(Set.of(TokenVersion.V2));
        new TrustedIssuers(settings.loginEndpoint(), likely)
                .all()
                .forEach(metadata -> documents.begin(metadata.address(), background));
    }

    private static Guard guard(Settings settings, Contract contract, DocumentFetcher documents, Executor background) {
        Clock clock = Clock.systemUTC();
        TokenPolicy policy = settings.tokenPolicy(contract);
        TrustedIssuers issuers = new TrustedIssuers(settings.loginEndpoint(), policy);
        IssuerKeys keys = new IssuerKeys(documents, new MonotonicClock(), background, Console::warning);
        Rs256Verifier signatures = new Rs256Verifier();
        Verifier verifier = new Verifier(issuers, new SignatureCheck(keys, signatures), policy, clock);
        keys.prefetch(issuers.all());
        background.execute(() -> {
            keys.areReady(issuers.all()); // first what the first call needs
            adoptNativeArithmetic(signatures);
        });
        return new Guard(
                Authorizer.by(contract, verifier, settings.forwardingGateway()),
                contract.api(),
                new KeysRead(keys, issuers.all()));
    }

    private record KeysRead(IssuerKeys keys, Set<DiscoveryUrl> metadata) implements Readiness {
        @Override
        public boolean isReady() {
            return keys.areReady(metadata);
        }

        @Override
        public Duration retryAfter() {
            return keys.retryAfter(metadata);
        }
    }

    private static void adoptNativeArithmetic(Rs256Verifier signatures) {
        String fault = signatures.adopt(() -> Conscrypt.newProvider()); // linked in there, where its absence is caught
        if (!fault.isEmpty()) {
            Console.warning("signatures are checked by the JDK alone, about eight times slower: " + fault);
        }
    }

    private static Optional<Settings> settings(Map<String, String> environment, List<String> faults) {
        Settings.Reading reading = Settings.read(environment);
        if (reading instanceof Settings.Reading.Valid valid) {
            return Optional.of(valid.settings());
        }
        faults.addAll(((Settings.Reading.Faulty) reading).problems());
        return Optional.empty();
    }

    private static Optional<Contract> contract(List<String> faults) {
        ContractResult reading = ContractReader.readOwn();
        if (reading instanceof ContractResult.Valid valid) {
            return Optional.of(valid.contract());
        }
        ((ContractResult.Faulty) reading).faults().forEach(fault -> faults.add("contract/security.json " + fault));
        return Optional.empty();
    }

    private static Executor background() {
        return Executors.newFixedThreadPool(BACKGROUND_THREADS, task -> {
            Thread thread = new Thread(task, "gatehouse-keys");
            thread.setDaemon(true);
            return thread;
        });
    }
}
