package dev.gatehouse.deployment.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.deployment.DeploymentFault;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.deployment.contract.ContractDeployment.Resources;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Origins whose pages may call the API, as {@code infra/api.bicep} deploys its parameter {@code browserOrigins}. */
public final class BrowserOrigins {
    static final String BEGIN =
            "<cors allow-credentials=\"false\" terminate-unmatched-request=\"false\"><allowed-origins>";
    static final String END =
            "</allowed-origins><allowed-methods preflight-result-max-age=\"300\"><method>*</method></allowed-methods>"
                    + "<allowed-headers><header>authorization</header><header>content-type</header>"
                    + "<header>ocp-apim-subscription-key</header><header>traceparent</header></allowed-headers>"
                    + "<expose-headers><header>www-authenticate</header><header>retry-after</header>"
                    + "<header>location</header></expose-headers></cors>";

    private static final String INBOUND = "<inbound>";
    private static final String ORIGINS = "<allowed-origins>";

    private static final Pattern ADDED =
            Pattern.compile("\n    " + Pattern.quote(BEGIN) + "(?:<origin>[^<>]*</origin>)+" + Pattern.quote(END));

    private BrowserOrigins() {}

    /** The policy as its file has it, whatever origins a deployment has added. */
    public static String without(String policy) {
        return ADDED.matcher(policy).replaceFirst("");
    }

    /**
     * @param origins such as {@code http://localhost:5173}; without any, the snapshot stays as it is
     * @throws DeploymentFault where the API's policy has no place for them
     */
    public static Snapshot allow(Snapshot base, Collection<String> origins) {
        ObjectNode content = base.content().deepCopy();
        if (!origins.isEmpty()) {
            new Resources(base.name(), content).of(ResourceTypes.API_POLICY).forEach(policy -> {
                ObjectNode properties = policy.withObject("/properties");
                properties.put("value", with(base, properties.path("value").asText(), origins));
            });
        }
        return new Snapshot(base.name(), content);
    }

    /** A policy that allows other origins keeps them, and its own methods and headers. */
    private static String with(Snapshot base, String policy, Collection<String> origins) {
        String listed =
                origins.stream().map(each -> "<origin>" + each + "</origin>").collect(Collectors.joining());
        if (policy.contains(ORIGINS)) {
            return policy.replace(ORIGINS, ORIGINS + listed);
        }
        if (!policy.contains(INBOUND)) {
            throw new DeploymentFault(base.name() + ": the API's policy has no <inbound>, where cors belongs");
        }
        return policy.replace(INBOUND, INBOUND + "\n    " + BEGIN + listed + END);
    }
}
