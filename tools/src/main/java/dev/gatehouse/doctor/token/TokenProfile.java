package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.guid.Guid;
import dev.gatehouse.jwt.UnverifiedJwt;
import java.util.List;
import java.util.Optional;

/**
 * What a token is, by its unverified claims.
 *
 * @param version {@code 1.0}, {@code 2.0}, or empty
 * @param cloud where it was issued; empty if its issuer is not Entra
 * @param audience the kind of value in {@code aud}
 */
public record TokenProfile(TokenKind kind, String version, String cloud, String audience) {
    public static TokenProfile of(String token, UnverifiedJwt decoded) {
        return new TokenProfile(
                TokenKind.of(token, decoded),
                decoded.text("ver").filter(List.of("1.0", "2.0")::contains).orElse(""),
                cloud(decoded.text("iss").orElse("")),
                audience(decoded));
    }

    /** The Microsoft service that an audience names; empty if it names another API. */
    public static Optional<String> service(String audience) {
        return TokenOrigin.service(audience);
    }

    private static String cloud(String issuer) {
        if (issuer.startsWith("https://" + Cloud.CHINA.loginHost() + "/")
                || issuer.startsWith("https://" + Cloud.CHINA.stsHost() + "/")) {
            return "China (21Vianet)";
        }
        if (issuer.startsWith("https://" + Cloud.US_GOVERNMENT.loginHost() + "/")) {
            return "US Government";
        }
        if (issuer.startsWith("https://" + Cloud.PUBLIC.loginHost() + "/")) {
            return "public";
        }
        if (issuer.startsWith("https://" + Cloud.PUBLIC.stsHost() + "/")) {
            return "public or US Government, whose version 1 issuers are the same";
        }
        if (issuer.matches("https://[^/]+\\.b2clogin\\.com/.*")) {
            return "Azure AD B2C";
        }
        return issuer.matches("https://[^/]+\\.ciamlogin\\.com/.*") ? "External ID" : "";
    }

    private static String audience(UnverifiedJwt token) {
        Object audience = token.claims().get("aud");
        if (audience instanceof List<?>) {
            return "a list, which Entra never issues";
        }
        Optional<String> text = token.text("aud");
        if (text.isEmpty()) {
            return token.claims().isEmpty() ? "" : "none";
        }
        Optional<String> service = service(text.get());
        if (service.isPresent()) {
            return service.get();
        }
        if (Guid.matches(text.get())) {
            return "client id (GUID)";
        }
        return text.get().matches("(api|https)://.*") ? "App ID URI" : "neither a GUID nor an App ID URI";
    }
}
