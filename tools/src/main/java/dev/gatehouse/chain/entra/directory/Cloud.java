package dev.gatehouse.chain.entra.directory;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** An Azure cloud, with its login host and the host in version 1 issuers. */
public enum Cloud {
    PUBLIC("login.microsoftonline.com", "sts.windows.net"),
    US_GOVERNMENT("login.microsoftonline.us", "sts.windows.net"),
    CHINA("login.partner.microsoftonline.cn", "sts.chinacloudapi.cn");

    private final String loginHost;
    private final String stsHost;

    Cloud(String loginHost, String stsHost) {
        this.loginHost = loginHost;
        this.stsHost = stsHost;
    }

    public String loginHost() {
        return loginHost;
    }

    public String stsHost() {
        return stsHost;
    }

    public static Set<String> loginHosts() {
        return Arrays.stream(values()).map(Cloud::loginHost).collect(Collectors.toUnmodifiableSet());
    }
}
