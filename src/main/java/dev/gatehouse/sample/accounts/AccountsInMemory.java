package dev.gatehouse.sample.accounts;

import dev.gatehouse.middleware.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The accounts of this instance, which end with it. */
public final class AccountsInMemory implements Accounts {
    private final Map<String, ConcurrentSkipListMap<String, Account>> tenants = new ConcurrentHashMap<>();

    @Override
    public List<Account> all(Caller caller) {
        return List.copyOf(of(caller).values());
    }

    @Override
    public Optional<Account> find(Caller caller, String id) {
        return Optional.ofNullable(of(caller).get(id));
    }

    @Override
    public boolean add(Caller caller, Account account) {
        return of(caller).putIfAbsent(account.id(), account) == null;
    }

    private ConcurrentSkipListMap<String, Account> of(Caller caller) {
        return tenants.computeIfAbsent(caller.tenant(), tenant -> new ConcurrentSkipListMap<>());
    }
}
