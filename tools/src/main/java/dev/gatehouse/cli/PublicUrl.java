package dev.gatehouse.cli;

import java.net.URI;
import java.net.URISyntaxException;

/** Reads the URL of a deployment's endpoint. */
final class PublicUrl {
    private PublicUrl() {}

    /** @throws UserInputException unless the text is an https URL without a query; a trailing slash is removed */
    static URI of(String option, String text) {
        try {
            URI url = new URI(text);
            boolean plain = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
            if ("https".equalsIgnoreCase(url.getScheme()) && url.getHost() != null && plain) {
                String path = url.getRawPath().replaceFirst("/+$", "");
                return URI.create("https://" + url.getRawAuthority() + path);
            }
        } catch (URISyntaxException malformed) {
            // reported below, with all other invalid values
        }
        throw new UserInputException(
                option + " must be an https URL such as https://NAME.azure-api.net/gatehouse-accounts,"
                        + " without user, query or fragment");
    }
}
