package dev.gatehouse.sample;

import dev.gatehouse.functions.FunctionFactory;
import dev.gatehouse.sample.accounts.AccountFunctions;
import dev.gatehouse.sample.accounts.Accounts;
import java.lang.reflect.Constructor;

/**
 * Makes the instances that functions run on, each with what its constructor takes. Named in pom.xml; an app whose function classes
 * take nothing needs none.
 */
public final class SampleFunctions implements FunctionFactory {
    private final Accounts accounts = new Accounts();

    @Override
    public <T> T create(Class<T> guardedClass) throws Exception {
        return AccountFunctions.class.isAssignableFrom(guardedClass)
                ? constructor(guardedClass, Accounts.class).newInstance(accounts)
                : constructor(guardedClass).newInstance();
    }

    private static <T> Constructor<T> constructor(Class<T> type, Class<?>... parameters) throws NoSuchMethodException {
        Constructor<T> constructor = type.getDeclaredConstructor(parameters);
        constructor.setAccessible(
                true); // they are package-private, so that the worker alone cannot make unguarded instances
        return constructor;
    }
}
