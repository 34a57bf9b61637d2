package dev.gatehouse.sample.accounts;

class AccountsInMemoryTest extends AccountsContract {
    @Override
    Accounts accounts() {
        return new AccountsInMemory();
    }
}
