package dev.gatehouse.sample;

import dev.gatehouse.GuardFactory;
import dev.gatehouse.sample.accounts.AccountFunctions;
import dev.gatehouse.sample.accounts.Accounts;
import dev.gatehouse.sample.health.HealthFunction;
import dev.gatehouse.sample.identity.WhoAmIFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The function classes' only instances. Equal whether the app is sound or not: what differs is what their guard admits. */
record FunctionInstances(List<Object> all) {
    private static final List<Class<?>> CLASSES =
            List.of(AccountFunctions.class, WhoAmIFunction.class, HealthFunction.class);

    FunctionInstances {
        all = List.copyOf(all);
    }

    /** The one place that lists the function classes. */
    static FunctionInstances create(Map<String, String> environment) {
        GuardFactory.Made made = GuardFactory.create(environment, CLASSES);
        return new FunctionInstances(List.of(
                new AccountFunctions(made.guard(), new Accounts()),
                new WhoAmIFunction(made.guard()),
                new HealthFunction(made.guard(), made.ready())));
    }

    Optional<Object> find(Class<?> functionClass) {
        return all.stream()
                .filter(function -> function.getClass() == functionClass)
                .findFirst();
    }
}
