package dev.gatehouse.chain.entra.directory;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** An Azure cloud, with the hosts and names that differ between clouds, as in {@code infra/cloud.bicep}. */
public enum Cloud {
    PUBLIC("login.microsoftonline.com", "sts.windows.net", "graph.microsoft.com", "core.windows.net", ""),
    US_GOVERNMENT(
            "login.microsoftonline.us", "sts.windows.net", "graph.microsoft.us", "core.usgovcloudapi.net", "USGov"),
    CHINA(
            "login.partner.microsoftonline.cn",
            "sts.chinacloudapi.cn",
            "microsoftgraph.chinacloudapi.cn",
            "core.chinacloudapi.cn",
            "China");

    private final String loginHost;
    private final String stsHost;
    private final String graphHost;
    private final String storageSuffix;
    private final String exchangeSuffix;

    Cloud(String loginHost, String stsHost, String graphHost, String storageSuffix, String exchangeSuffix) {
        this.loginHost = loginHost;
        this.stsHost = stsHost;
        this.graphHost = graphHost;
        this.storageSuffix = storageSuffix;
        this.exchangeSuffix = exchangeSuffix;
    }

    public String loginHost() {
        return loginHost;
    }

    /** What its keys and metadata call it: the login host without {@code login.}. */
    public String instanceName() {
        return loginHost.substring("login.".length());
    }

    public String stsHost() {
        return stsHost;
    }

    public String graphHost() {
        return graphHost;
    }

    /** Of Azure AD Graph, which metadata still names. */
    public String oldGraphHost() {
        return switch (this) {
            case PUBLIC -> "graph.windows.net";
            case US_GOVERNMENT -> "graph.microsoftazure.us";
            case CHINA -> "graph.chinacloudapi.cn";
        };
    }

    /** Of the service that checks Azure roles, which metadata names. */
    public String rbacUrl() {
        return switch (this) {
            case PUBLIC -> "https://pas.windows.net";
            case US_GOVERNMENT -> "https://pasff.usgovcloudapi.net";
            case CHINA -> "https://pas.chinacloudapi.cn";
        };
    }

    /** The host of an account's table service. */
    public String tableHost(String account) {
        return account + ".table." + storageSuffix;
    }

    /** The audience of a managed identity's token that proves an application. */
    public String tokenExchange() {
        return "api://AzureADTokenExchange" + exchangeSuffix;
    }

    /** The cloud of a login service such as {@code https://login.microsoftonline.com}; the public one for any other. */
    public static Cloud ofLogin(String endpoint) {
        return Arrays.stream(values())
                .filter(cloud -> endpoint.equals("https://" + cloud.loginHost))
                .findFirst()
                .orElse(PUBLIC);
    }

    public static Set<String> loginHosts() {
        return Arrays.stream(values()).map(Cloud::loginHost).collect(Collectors.toUnmodifiableSet());
    }
}
