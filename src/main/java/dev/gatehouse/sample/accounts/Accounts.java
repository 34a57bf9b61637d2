package dev.gatehouse.sample.accounts;

import dev.gatehouse.middleware.Caller;
import java.util.List;
import java.util.Optional;

/**
 * The accounts, those of each tenant apart: who may read and who may provision them within a tenant is the contract's to say.
 *
 * <p>Each method throws {@link AccountsUnavailableException} where they cannot be reached.
 */
public interface Accounts {

    /** Those of the caller's tenant, by id. */
    List<Account> all(Caller caller);

    Optional<Account> find(Caller caller, String id);

    /** Adds the account in the caller's name, unless its tenant has one by its id; says whether it did. */
    boolean add(Caller caller, Account account);
}
