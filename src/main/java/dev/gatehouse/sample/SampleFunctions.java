package dev.gatehouse.sample;

import dev.gatehouse.functions.FunctionFactory;
import dev.gatehouse.onward.Onward;
import dev.gatehouse.sample.accounts.AccountFunctions;
import dev.gatehouse.sample.accounts.Accounts;
import dev.gatehouse.sample.accounts.AccountsInMemory;
import dev.gatehouse.sample.accounts.AccountsInTable;
import dev.gatehouse.sample.accounts.AccountsOnDemand;
import dev.gatehouse.sample.profile.ProfileFunction;
import dev.gatehouse.sample.profile.Profiles;
import java.lang.reflect.Constructor;
import java.util.Map;

/**
 * Makes the instances that functions run on, each with what its constructor takes. Named in pom.xml; an app whose function classes
 * take nothing needs none.
 */
public final class SampleFunctions implements FunctionFactory {
    private final Accounts accounts;
    private final Onward onward = Onward.ofApp();
    private final Profiles profiles;

    SampleFunctions() {
        Map<String, String> settings = System.getenv();
        String table = settings.getOrDefault("ACCOUNTS_TABLE_ENDPOINT", "");
        accounts = table.isBlank()
                ? new AccountsInMemory()
                : new AccountsOnDemand(() ->
                        AccountsInTable.asTheApp(table, settings.getOrDefault("ACCOUNTS_IDENTITY", ""), settings));
        profiles = new Profiles(settings.getOrDefault("PROFILE_ENDPOINT", ""));
    }

    @Override
    public <T> T create(Class<T> guardedClass) throws Exception {
        if (AccountFunctions.class.isAssignableFrom(guardedClass)) {
            return constructor(guardedClass, Accounts.class).newInstance(accounts);
        }
        return ProfileFunction.class.isAssignableFrom(guardedClass)
                ? constructor(guardedClass, Onward.class, Profiles.class).newInstance(onward, profiles)
                : constructor(guardedClass).newInstance();
    }

    private static <T> Constructor<T> constructor(Class<T> type, Class<?>... parameters) throws NoSuchMethodException {
        Constructor<T> constructor = type.getDeclaredConstructor(parameters);
        constructor.setAccessible(
                true); // they are package-private, so that the worker alone cannot make unguarded instances
        return constructor;
    }
}
