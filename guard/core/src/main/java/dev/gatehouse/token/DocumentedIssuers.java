package dev.gatehouse.token;

import dev.gatehouse.keys.DiscoveryUrl;
import java.util.Optional;

/** The issuers that metadata documents are documented to name, for explanations where they cannot be read; never to let a caller in. */
@FunctionalInterface
public interface DocumentedIssuers {
    /** None: for layers that decide. */
    DocumentedIssuers NONE = metadata -> Optional.empty();

    /** The issuer, perhaps a template; empty where none is documented. */
    Optional<String> of(DiscoveryUrl metadata);
}
