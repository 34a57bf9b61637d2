package dev.gatehouse.chain.entra;

import java.util.LinkedHashMap;
import java.util.Map;

/** Entries by a random name; the newest 1,000, so that nothing that is sent can fill the memory. */
final class Recent<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;
    private static final int CAPACITY = 1_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > CAPACITY;
    }
}
