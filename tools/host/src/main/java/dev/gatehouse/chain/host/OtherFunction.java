package dev.gatehouse.chain.host;

import java.util.function.Supplier;

/** A function that nothing calls over HTTP. It runs when it is asked to, by the master key; what triggers it is not imitated. */
record OtherFunction(String name, Supplier<EntryPoint> lookUp) {

    /** @throws IllegalArgumentException where it takes what is not imitated here */
    EntryPoint method() {
        return lookUp.get();
    }
}
