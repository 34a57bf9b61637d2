package dev.gatehouse.doctor.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.chain.tls.LocalTls;
import dev.gatehouse.deployment.Flow;
import dev.gatehouse.doctor.probe.Door;
import dev.gatehouse.doctor.probe.ProbeEndpoint;
import dev.gatehouse.doctor.probe.ProbeTokens;
import dev.gatehouse.doctor.probe.ProbedIssuer;
import dev.gatehouse.doctor.probe.TamperedToken;
import dev.gatehouse.doctor.web.Web;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The description of a running chain for other processes. It contains the chain's keys and tokens: it is written only to a
 * file that only its owner may read, and the keys and tokens give access to this chain only, until it ends.
 *
 * @param entra how to reach the chain's Entra
 * @param clients of the demonstration
 */
public record LocalChain(Flow flow, Map<Door, URI> doors, Map<Door, Opening> openings, Entra entra, Clients clients) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The key and tokens of an endpoint. */
    public record Opening(String key, Map<TamperedToken, String> tokens) {
        @Override
        public String toString() {
            return "the key and tokens of an endpoint";
        }
    }

    /** @param trust the certificate that all layers of the chain present, as PEM */
    public record Entra(Tenant tenant, int version, int proxyPort, String trust) {}

    /** @param ids client ids by name, which is a client's role; all clients use the same secret and the same scope */
    public record Clients(Map<String, String> ids, String secret, String scope) {
        @Override
        public String toString() {
            return "clients " + ids.keySet();
        }
    }

    public static LocalChain of(Chain chain, DemoTenant tenant, Clock clock) {
        ForgedTokens tokens = ForgedTokens.of(chain, tenant, clock);
        return new LocalChain(
                chain.deployment().flow(),
                Map.of(
                        Door.GATEWAY,
                        chain.doors().gateway(),
                        Door.FUNCTION_APP,
                        chain.doors().functionApp()),
                Map.of(
                        Door.GATEWAY,
                        new Opening(
                                chain.keys().subscription(),
                                tokens.at(Door.GATEWAY).known()),
                        Door.FUNCTION_APP,
                        new Opening(
                                chain.keys().function(),
                                tokens.at(Door.FUNCTION_APP).known())),
                new Entra(
                        chain.deployment().tenant(),
                        chain.deployment()
                                .registrations()
                                .front()
                                .api()
                                .format()
                                .version(),
                        chain.entra().proxy().port(),
                        chain.tls().trust().pem().toString()),
                new Clients(
                        ids(tenant), tenant.secret().value(), tenant.secret().scope(chain)));
    }

    /** Empty unless the text was written by {@link #json}. */
    public static Optional<LocalChain> read(JsonNode json) {
        try {
            return json.has("doors") ? Optional.of(JSON.treeToValue(json, LocalChain.class)) : Optional.empty();
        } catch (JsonProcessingException another) {
            return Optional.empty();
        }
    }

    public ObjectNode json() {
        return JSON.valueToTree(this);
    }

    /** Both endpoints with their keys and tokens. */
    public List<ProbeEndpoint> entrances() {
        return Arrays.stream(Door.values()).map(this::entrance).toList();
    }

    public ProbedIssuer issuer() {
        Web web = Web.through(entra.proxyPort(), trusting());
        return new ProbedIssuer(
                entra.tenant(), entra.version(), entrance(Door.GATEWAY).tokens().of(TamperedToken.GOOD), web);
    }

    public Web web() {
        return Web.direct(trusting());
    }

    /** Trusts this chain only. */
    public SSLContext trusting() {
        return LocalTls.trusting(Path.of(entra.trust()));
    }

    /** One endpoint. */
    public ProbeEndpoint entrance(Door door) {
        Opening opening = Objects.requireNonNull(openings.get(door));
        return new ProbeEndpoint(
                door,
                Objects.requireNonNull(doors.get(door)),
                Optional.of(opening.key()).filter(key -> !key.isEmpty()),
                new ProbeTokens(opening.tokens()));
    }

    private static Map<String, String> ids(DemoTenant tenant) {
        Map<String, String> ids = new LinkedHashMap<>();
        tenant.confidential().forEach(client -> ids.put(client.name(), client.clientId()));
        return ids;
    }
}
