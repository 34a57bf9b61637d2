package dev.gatehouse.deployment;

import dev.gatehouse.chain.gateway.policy.Backend;
import dev.gatehouse.chain.gateway.policy.NamedValues;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what policies refer to: named values, those of key vaults among them, and backends. */
record GatewayValues(Snapshot snapshot, LocalValues values) {
    private static final String IDENTITY = "identityClientId";

    /** By the names that policies use. */
    Map<String, String> namedValues() {
        Map<String, String> named = new HashMap<>();
        snapshot.resources(ResourceTypes.NAMED_VALUE).forEach(resource -> {
            Properties properties = Properties.of(resource, values).without("secret", "tags");
            String name = properties.required("displayName");
            if (named.put(name, value(properties)) != null) {
                throw properties.fault("displayName", "is a duplicate: " + name);
            }
            properties.end();
        });
        return named;
    }

    /** Of those that are declared secret or come from a key vault. */
    List<String> secrets() {
        return snapshot.resources(ResourceTypes.NAMED_VALUE).stream()
                .map(resource -> Properties.of(resource, values))
                .filter(each -> each.names().contains("keyVault")
                        || each.member("secret").flag(false))
                .map(this::value)
                .toList();
    }

    /** By the ids that policies use. */
    Map<String, Backend> backends(Map<String, String> namedValues) {
        return snapshot.resources(ResourceTypes.BACKEND).stream()
                .collect(Collectors.toUnmodifiableMap(DeployedResource::ownName, each -> backend(each, namedValues)));
    }

    private String value(Properties properties) {
        if (!properties.names().contains("keyVault")) {
            return properties.required("value");
        }
        Properties vault = properties.object("keyVault");
        DeployedResource reader =
                ApiManagement.of(snapshot, values).identities().byClientId(vault, IDENTITY, vault.required(IDENTITY));
        VaultSecrets secrets = new VaultSecrets(snapshot, values);
        DeployedResource secret = secrets.at(vault.required("secretIdentifier"), vault);
        Roles.of(snapshot, values)
                .require(
                        BuiltInRole.KEY_VAULT_SECRETS_USER,
                        reader,
                        snapshot.required(ResourceTypes.VAULT),
                        vault,
                        IDENTITY);
        return secrets.value(secret);
    }

    private Backend backend(DeployedResource resource, Map<String, String> namedValues) {
        Properties properties = Properties.of(resource, values)
                .without("title", "description", "resourceId")
                .only("protocol", "http");
        Properties tls = properties.object("tls");
        tls.only("validateCertificateChain", "true").only("validateCertificateName", "true");
        Properties credentials = properties.object("credentials").object("header");
        Map<String, String> headers = new HashMap<>();
        credentials.names().forEach(name -> headers.put(name, header(credentials, name, namedValues)));
        URI url = URI.create(properties.required("url"));
        properties.end();
        return new Backend(url, headers);
    }

    private static String header(Properties credentials, String name, Map<String, String> namedValues) {
        List<String> texts = credentials.texts(name);
        if (texts.size() != 1) {
            throw credentials.fault(name, "has " + texts.size() + " values; only one is supported here");
        }
        return new NamedValues(namedValues).filled(texts.get(0), why -> {
            throw credentials.fault(name, why);
        });
    }
}
