package dev.gatehouse.sample.accounts;

import dev.gatehouse.middleware.Caller;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Accounts that are opened by the first call that needs them: other calls load none of the Azure libraries. */
public final class AccountsOnDemand implements Accounts {
    private final Supplier<Accounts> opener;
    private @Nullable Accounts opened; // guarded by this

    public AccountsOnDemand(Supplier<Accounts> opener) {
        this.opener = opener;
    }

    @Override
    public List<Account> all(Caller caller) {
        return opened().all(caller);
    }

    @Override
    public Optional<Account> find(Caller caller, String id) {
        return opened().find(caller, id);
    }

    @Override
    public boolean add(Caller caller, Account account) {
        return opened().add(caller, account);
    }

    private synchronized Accounts opened() {
        Accounts known = opened;
        if (known == null) {
            known = opener.get();
            opened = known;
        }
        return known;
    }
}
