package dev.gatehouse;

import dev.gatehouse.accounts.AccountFunctions;
import dev.gatehouse.accounts.Accounts;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.health.HealthFunction;
import dev.gatehouse.identity.WhoAmIFunction;
import dev.gatehouse.keys.DocumentFetcher;
import dev.gatehouse.keys.HttpsFetcher;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.middleware.Authorizer;
import dev.gatehouse.middleware.Guard;
import dev.gatehouse.token.Rs256Verifier;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.TokenPolicy;
import dev.gatehouse.token.TrustedIssuers;
import dev.gatehouse.token.Verifier;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.conscrypt.Conscrypt;

/** Puts the app together once, with plain {@code new}, in reading order. */
final class Wiring {
    private static final int BACKGROUND_THREADS = 2;

    private Wiring() {}

    /** The app for these settings; with faults, all of them in one log entry and an app that refuses everything. */
    static Application application(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        try {
            Executor background = background();
            HttpsFetcher documents = new HttpsFetcher(HttpClient.newBuilder());
            background.execute(documents::prepare); // while settings and contract are read
            Optional<Settings> settings = settings(environment, faults);
            Optional<Contract> contract = contract(faults);
            if (faults.isEmpty()) {
                Application sound = sound(settings.orElseThrow(), contract.orElseThrow(), documents, background);
                faults.addAll(DeclaredFunctions.differences(sound.classes(), contract.orElseThrow()));
                if (faults.isEmpty()) {
                    return sound;
                }
            }
        } catch (RuntimeException | LinkageError bug) { // nothing may get out of an injector: see FunctionInjector
            faults.add("the app could not be put together: " + bug);
        }
        Console.error("every call is refused (503 misconfigured) until these are mended: " + String.join("; ", faults));
        return functions(new Guard(Authorizer.misconfigured(), "misconfigured"), () -> false);
    }

    private static Application sound(
            Settings settings, Contract contract, DocumentFetcher documents, Executor background) {
        Clock clock = Clock.systemUTC();
        TokenPolicy policy = settings.tokenPolicy(contract);
        TrustedIssuers issuers = new TrustedIssuers(settings.loginEndpoint(), policy);
        IssuerKeys keys = new IssuerKeys(documents, clock, background, Console::warning);
        Rs256Verifier signatures = new Rs256Verifier();
        Verifier verifier = new Verifier(issuers, new SignatureCheck(keys, signatures), policy, clock);
        keys.prefetch(issuers.all());
        background.execute(() -> {
            keys.areReady(issuers.all()); // first what the first call needs
            adoptNativeArithmetic(signatures);
        });
        return functions(
                new Guard(Authorizer.by(contract, verifier, settings.forwardingGateway()), contract.api()),
                () -> keys.areReady(issuers.all()));
    }

    private static void adoptNativeArithmetic(Rs256Verifier signatures) {
        String fault = signatures.adopt(() -> Conscrypt.newProvider()); // linked in there, where its absence is caught
        if (!fault.isEmpty()) {
            Console.warning("signatures are checked by the JDK alone, about eight times slower: " + fault);
        }
    }

    /** The one place that lists the function classes. */
    private static Application functions(Guard guard, BooleanSupplier ready) {
        return new Application(List.of(
                new AccountFunctions(guard, new Accounts()),
                new WhoAmIFunction(guard),
                new HealthFunction(guard, ready)));
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
