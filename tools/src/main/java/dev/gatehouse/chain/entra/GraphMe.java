package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.MicrosoftApps;
import dev.gatehouse.chain.entra.directory.User;
import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.guid.Guid;
import dev.gatehouse.token.CheckId;
import dev.gatehouse.token.Checks;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenChecks;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.TokenUnderCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code GET /v1.0/me} of Microsoft Graph (https://learn.microsoft.com/graph/api/user-get): the user of the token, if it was issued for
 * Graph with a permission for it. Refusals are in Graph's form (https://learn.microsoft.com/graph/errors).
 */
record GraphMe(IssuedTokens issued, Clock clock) implements Handler {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Set<String> PERMISSIONS =
            Set.of("User.Read", "User.ReadWrite", "User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All");

    /** A refusal: Graph's status, code and message. */
    private record Id(int status, String code, String message, Reason about) implements CheckId {
        static Id unauthenticated(String message, Reason about) {
            return new Id(401, "InvalidAuthenticationToken", message, about);
        }

        @Override
        public String title() {
            return about.title();
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(about);
        }
    }

    @Override
    public Response handle(Request request) {
        if (!request.path().equals("/v1.0/me")) {
            return refused(request, new Id(404, "ResourceNotFound", "Resource not found.", Reason.METHOD_NOT_ALLOWED));
        }
        if (!request.method().equals("GET")) {
            return Response.empty(405);
        }
        List<String> sent = request.headers().all("Authorization");
        Matcher bearer = BEARER.matcher(sent.size() == 1 ? sent.get(0).strip() : "");
        if (!bearer.matches()) {
            return refused(request, Id.unauthenticated("Access token is empty.", Reason.TOKEN_MISSING));
        }
        return SignedToken.read(bearer.group(1)) instanceof TokenReading.Readable readable
                ? answer(request, issued.underCheck(readable.token()))
                : refused(
                        request,
                        Id.unauthenticated(
                                "IDX14100: JWT is not well formed, there are no dots (.).", Reason.NOT_A_JWT));
    }

    private Response answer(Request request, TokenUnderCheck token) {
        Optional<Id> refusal = checks().refusals(token).stream().findFirst().map(result -> (Id) result.id());
        if (refusal.isPresent()) {
            return refused(request, refusal.get());
        }
        if (!token.claims().has("scp")) {
            return refused(
                    request,
                    new Id(
                            400,
                            "BadRequest",
                            "/me request is only valid with delegated authentication flow.",
                            Reason.SCOPE_MISSING));
        }
        if (token.caller().scopes().stream().noneMatch(PERMISSIONS::contains)) {
            return refused(
                    request,
                    new Id(
                            403,
                            "Authorization_RequestDenied",
                            "Insufficient privileges to complete the operation.",
                            Reason.SCOPE_MISSING));
        }
        return token.caller()
                .objectId()
                .flatMap(issued.directory()::user)
                .map(this::profile)
                .orElseGet(() -> refused(
                        request,
                        new Id(
                                404,
                                "Request_ResourceNotFound",
                                "Resource does not exist.",
                                Reason.PRINCIPAL_NOT_ALLOWED)));
    }

    private Checks<TokenUnderCheck> checks() {
        Set<String> graph = issued.directory()
                .application(MicrosoftApps.GRAPH)
                .map(app -> app.names())
                .orElse(Set.of());
        return new Checks<>(List.of(
                TokenChecks.signature(reason -> Id.unauthenticated("Signing key is invalid.", reason)),
                TokenChecks.issuer(Id.unauthenticated("Access token validation failure.", Reason.ISSUER_MISMATCH)),
                TokenChecks.audience(
                        Id.unauthenticated(
                                "Access token validation failure. Invalid audience.", Reason.AUDIENCE_MISMATCH),
                        token -> graph),
                TokenChecks.expiry(
                        Id.unauthenticated("Lifetime validation failed, the token is expired.", Reason.EXPIRED),
                        SKEW,
                        clock),
                TokenChecks.start(
                        Id.unauthenticated(
                                "Lifetime validation failed, the token is not yet valid.", Reason.NOT_YET_VALID),
                        SKEW,
                        clock)));
    }

    /** The default properties, of which this tenant knows these. */
    private Response profile(User user) {
        Map<String, Object> body = new LinkedHashMap<>();
        String host = issued.directory().tenant().cloud().graphHost();
        body.put("@odata.context", "https://" + host + "/v1.0/$metadata#users/$entity");
        body.put("displayName", user.displayName());
        body.put("userPrincipalName", user.username());
        body.put("id", user.objectId());
        return EntraJson.secret(200, body);
    }

    private Response refused(Request request, Id id) {
        String own = UUID.randomUUID().toString();
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("date", TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        inner.put("request-id", own);
        inner.put(
                "client-request-id",
                request.headers()
                        .first("client-request-id")
                        .filter(Guid::matches)
                        .orElse(own));
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", id.code());
        error.put("message", id.message());
        error.put("innerError", inner);
        Response response = EntraJson.secret(id.status(), Map.of("error", error));
        return id.status() == 401
                ? response.with(
                        "WWW-Authenticate",
                        "Bearer realm=\"\", authorization_uri=\"https://"
                                + issued.directory().tenant().cloud().loginHost()
                                + "/common/oauth2/authorize\", client_id=\"" + MicrosoftApps.GRAPH + "\"")
                : response;
    }
}
