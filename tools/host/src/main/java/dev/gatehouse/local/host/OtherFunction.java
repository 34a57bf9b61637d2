package dev.gatehouse.local.host;

import java.util.function.Supplier;

/** A function that nothing calls over HTTP. It runs when it is asked to, by the master key; what triggers it is not imitated. */
record OtherFunction(String name, Supplier<FunctionMethod> lookUp) {

    /** @throws IllegalArgumentException where it takes what is not imitated here */
    FunctionMethod method() {
        return lookUp.get();
    }
}
