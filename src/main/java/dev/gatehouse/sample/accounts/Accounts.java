package dev.gatehouse.sample.accounts;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The accounts of this instance, in memory: what a real app would ask its database. */
public final class Accounts {
    private final ConcurrentSkipListMap<String, Account> accounts = new ConcurrentSkipListMap<>();

    List<Account> all() {
        return List.copyOf(accounts.values());
    }

    Optional<Account> find(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /** Adds the account unless there is one by its id; says whether it did. */
    boolean add(Account account) {
        return accounts.putIfAbsent(account.id(), account) == null;
    }
}
