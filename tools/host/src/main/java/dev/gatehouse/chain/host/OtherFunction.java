package dev.gatehouse.chain.host;

import java.util.function.Supplier;

/** A function without an HTTP trigger. It can be run manually with the master key; its trigger is not supported here. */
record OtherFunction(String name, Supplier<EntryPoint> lookUp) {

    /** @throws IllegalArgumentException when it has a parameter that this host does not support */
    EntryPoint method() {
        return lookUp.get();
    }
}
