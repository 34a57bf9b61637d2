package dev.gatehouse.onward;

import dev.gatehouse.Settings;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the one {@link Onward} of an app together. */
final class OnwardFactory {
    private OnwardFactory() {}

    /** Made when it is asked for first. */
    private static final class OfApp {
        static final Onward ONWARD = create(System.getenv(), () -> Declared.SCOPES);
    }

    /** Read when the first token is asked for, as a first call of another kind need not wait for it. */
    private static final class Declared {
        static final Set<String> SCOPES = declared(ContractReader.readOwn());
    }

    static Onward ofApp() {
        return OfApp.ONWARD;
    }

    static Onward create(Map<String, String> environment, Supplier<Set<String>> declared) {
        List<String> faults = new ArrayList<>();
        Optional<ClientCredential> credential = new OnwardSettings(environment, faults).credential();
        Optional<Settings> settings = settings(environment, faults);
        boolean isNeeded = settings.flatMap(Settings::forwardingGateway).isEmpty(); // else no user's token arrives
        if (isNeeded && !faults.isEmpty()) {
            System.err.println(
                    "Gatehouse error: calls onward are refused with 503 (onward-misconfigured) until this is fixed: "
                            + String.join("; ", faults));
        }
        Optional<OnwardExchange> exchange = faults.isEmpty()
                ? Optional.of(exchange(settings.orElseThrow(), credential.orElseThrow()))
                : Optional.empty();
        return new EntraOnward(declared, exchange);
    }

    private static OnwardExchange exchange(Settings settings, ClientCredential credential) {
        AppAtEntra app = new AppAtEntra(settings.loginEndpoint(), settings.apiClientId(), credential);
        OnwardExchange msal =
                new FirstUse(() -> new MsalExchange(app)); // a lambda, as its class must not be loaded before
        return new CachedExchange(msal, Clock.systemUTC());
    }

    private static Optional<Settings> settings(Map<String, String> environment, List<String> faults) {
        Settings.Reading reading = Settings.read(environment);
        if (reading instanceof Settings.Reading.Valid valid) {
            return Optional.of(valid.settings());
        }
        faults.addAll(((Settings.Reading.Faulty) reading).problems());
        return Optional.empty();
    }

    /** None where the contract has faults: the guard names them, and refuses every call. */
    static Set<String> declared(ContractResult contract) {
        return contract instanceof ContractResult.Valid valid
                ? valid.contract().onward().stream()
                        .flatMap(OnwardFactory::scopes)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Stream<String> scopes(Contract.OnwardApi api) {
        return api.scopes().stream().map(scope -> api.resource() + "/" + scope);
    }

    /** An exchange that is made when it is needed first: an app that never calls onward loads none of its classes. */
    private static final class FirstUse implements OnwardExchange {
        private final Supplier<OnwardExchange> maker;
        private @Nullable OnwardExchange made; // guarded by this

        FirstUse(Supplier<OnwardExchange> maker) {
            this.maker = maker;
        }

        @Override
        public OnwardResult exchange(OnwardRequest request) {
            return made().exchange(request);
        }

        private synchronized OnwardExchange made() {
            OnwardExchange known = made;
            if (known == null) {
                known = maker.get();
                made = known;
            }
            return known;
        }
    }
}
