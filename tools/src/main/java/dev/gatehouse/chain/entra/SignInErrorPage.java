package dev.gatehouse.chain.entra;

import static dev.gatehouse.chain.entra.EntraHtml.text;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.Redirects;
import dev.gatehouse.chain.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A refusal that is shown to the user, and never sent to an address. */
record SignInErrorPage(ErrorAnswer.ErrorReport report, PageRequest request, Directory directory) {

    Response response() {
        EntraResult.Refused<?> refused = report.refused();
        return EntraHtml.page(
                refused.error().status(),
                "Sign-in failed",
                "<h1>Sign in</h1><p>Sorry, but we're having trouble signing you in.</p><p class=\"bad\" role=\"alert\">"
                        + text(refused.description()) + "</p>" + hint()
                        + "<p class=\"quiet\">Trace ID: " + text(report.trace()) + "<br>Correlation ID: "
                        + text(report.correlation()) + "<br>Timestamp: " + text(report.time()) + "</p>",
                Optional.empty());
    }

    /** What helps on this machine: the registered addresses, for who has to compare them. */
    private String hint() {
        return request.parameter("client_id")
                .filter(id -> report.refused().error() == EntraError.REPLY_MISMATCH)
                .flatMap(directory::application)
                .map(client -> "<p>" + text(registered(client)) + "</p>")
                .orElse("");
    }

    private static String registered(AppRegistration client) {
        Redirects redirects = client.redirects();
        String all = Stream.of(
                        shown("single-page application", redirects.spa()),
                        shown("web", redirects.web()),
                        shown("mobile and desktop", redirects.publicClient()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("; "));
        return "Registered for " + client.principal().displayName() + ": "
                + (all.isEmpty() ? "no redirect address." : all + ".");
    }

    private static String shown(String platform, List<String> addresses) {
        return addresses.isEmpty() ? "" : String.join(", ", addresses) + " (" + platform + ")";
    }
}
