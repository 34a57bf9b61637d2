package dev.gatehouse.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keys are kept by this address: two documents are never one entry. */
class DiscoveryUrlTest {
    private static final String LOGIN = "https://login.example";

    @Test
    void isEqualWhereAddressAndOwnerAre() {
        DiscoveryUrl own = DiscoveryUrl.of(LOGIN, "tenant", 2);

        assertThat(own)
                .isEqualTo(DiscoveryUrl.of(LOGIN, "tenant", 2))
                .hasSameHashCodeAs(DiscoveryUrl.of(LOGIN, "tenant", 2))
                .isNotEqualTo(DiscoveryUrl.of(LOGIN, "tenant", 1))
                .isNotEqualTo(DiscoveryUrl.of(LOGIN, "other", 2))
                .isNotEqualTo(DiscoveryUrl.of("https://login.other.example", "tenant", 2))
                .isNotEqualTo(own.address());
    }

    /** The shared document has the address of a tenant that is called so, and no owner. */
    @Test
    void isNotEqualWhereOneDocumentIsShared() {
        assertThat(DiscoveryUrl.shared(LOGIN)).isNotEqualTo(DiscoveryUrl.of(LOGIN, "organizations", 2));
    }
}
