package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.secrets.Redactor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@code trace} policy wrote.
 *
 * @param message always stored redacted, like the metadata's values: they may contain client data
 * @param metadata in the order of the policy
 */
public record TraceMessage(String source, Severity severity, String message, Map<String, String> metadata) {

    /** The severity, by Azure's names in lower case. */
    public enum Severity {
        VERBOSE,
        INFORMATION,
        ERROR
    }

    public TraceMessage {
        message = Redactor.LOG.text(message);
        Map<String, String> redacted = new LinkedHashMap<>(metadata);
        redacted.replaceAll((name, value) -> Redactor.LOG.value(name, value).toString());
        metadata = java.util.Collections.unmodifiableMap(redacted);
    }
}
