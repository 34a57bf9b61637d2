package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.Redirects;
import dev.gatehouse.chain.entra.directory.Redirects.Platform;
import dev.gatehouse.chain.http.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where and how an authorization request is answered. It exists only for a registered address: a refusal before that is shown on a page
 * (RFC 6749 §4.1.2.1).
 *
 * @param requested the address as the client sent it
 * @param state that the client gets back
 */
record ReplyAddress(
        AppRegistration client, String requested, Platform platform, ResponseMode mode, Optional<String> state) {

    /** How the parameters of the answer are sent (OAuth 2.0 Multiple Response Type Encoding Practices §2.1). */
    enum ResponseMode {
        QUERY,
        FRAGMENT,
        FORM_POST;

        static Optional<ResponseMode> of(String name) {
            return switch (name) {
                case "query" -> Optional.of(QUERY);
                case "fragment" -> Optional.of(FRAGMENT);
                case "form_post" -> Optional.of(FORM_POST);
                default -> Optional.empty();
            };
        }
    }

    static EntraResult<ReplyAddress> of(PageRequest request, Directory directory) {
        Optional<String> duplicated = request.duplicated();
        if (duplicated.isPresent()) {
            return EntraError.PARAMETER_DUPLICATED.refuse(duplicated.get());
        }
        return request.required("client_id")
                .then(id -> Client.registered(id.toLowerCase(Locale.ROOT), directory))
                .then(client -> of(request, client));
    }

    private static EntraResult<ReplyAddress> of(PageRequest request, AppRegistration client) {
        Optional<String> requested = request.parameter("redirect_uri");
        if (requested.isEmpty()) {
            return EntraError.REPLY_MISSING.refuse();
        }
        ResponseMode mode =
                request.parameter("response_mode").flatMap(ResponseMode::of).orElse(ResponseMode.QUERY);
        return EntraResult.of(
                client.redirects()
                        .platform(requested.get())
                        .map(platform ->
                                new ReplyAddress(client, requested.get(), platform, mode, request.parameter("state"))),
                () -> EntraError.REPLY_MISMATCH.refuse(requested.get(), client.clientId()));
    }

    /** Sends the browser back to the client. */
    Response with(Map<String, String> answer) {
        Map<String, String> fields = new LinkedHashMap<>(answer);
        state.ifPresent(value -> fields.put("state", value));
        String address = Redirects.normal(requested);
        if (mode == ResponseMode.FORM_POST) {
            return SignInPages.formPost(requested, fields);
        }
        String separator = mode == ResponseMode.FRAGMENT ? "#" : address.contains("?") ? "&" : "?";
        return Response.empty(302)
                .with("Location", address + separator + encoded(fields))
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer");
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
