package dev.gatehouse.cli;

import java.net.URI;
import java.net.URISyntaxException;

/** Reads the address of a deployment's door. */
final class PublicUrl {
    private PublicUrl() {}

    /** @throws UserInputException for anything but an https address without query; a slash at its end is dropped */
    static URI of(String option, String text) {
        try {
            URI url = new URI(text);
            boolean plain = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
            if ("https".equalsIgnoreCase(url.getScheme()) && url.getHost() != null && plain) {
                String path = url.getRawPath().replaceFirst("/+$", "");
                return URI.create("https://" + url.getRawAuthority() + path);
            }
        } catch (URISyntaxException malformed) {
            // said below, as for every other
        }
        throw new UserInputException(
                option + " takes an https address, such as https://NAME.azure-api.net/gatehouse-accounts,"
                        + " without user, query and fragment");
    }
}
