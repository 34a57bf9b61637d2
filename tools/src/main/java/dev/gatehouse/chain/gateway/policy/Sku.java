package dev.gatehouse.chain.gateway.policy;

import java.util.Set;

/** A tier of API Management, by its name in deployments; tiers differ in the policies that they accept. */
public enum Sku {
    CONSUMPTION("Consumption", 16, Set.of("rate-limit-by-key")),
    DEVELOPER("Developer"),
    BASIC("Basic"),
    STANDARD("Standard"),
    PREMIUM("Premium"),
    BASIC_V2("BasicV2"),
    STANDARD_V2("StandardV2"),
    PREMIUM_V2("PremiumV2");

    private static final int KIB = 1024;

    private final String title;
    private final int largestDocument;
    private final Set<String> lacking;

    Sku(String title) {
        this(title, PolicySource.LARGEST / KIB, Set.of());
    }

    Sku(String title, int largestKib, Set<String> lacking) {
        this.title = title;
        this.largestDocument = largestKib;
        this.lacking = lacking;
    }

    public String title() {
        return title;
    }

    boolean lacks(String policy) {
        return lacking.contains(policy);
    }

    /** The maximum size of a policy document, in KiB. */
    int largestDocumentKib() {
        return largestDocument;
    }

    boolean takes(PolicySource source) {
        int most = largestDocument * KIB;
        return source.text().length() <= most && source.bytes() <= most;
    }
}
