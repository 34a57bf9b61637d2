package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.Consent;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The hosts that one server answers for: the login service, Microsoft Graph, and the one whose address devices show. */
record EntraHosts(String graphHost, Handler graph, DeviceEndpoint devices, Handler login) implements Handler {

    /** @param consents receives what users allow */
    static EntraHosts of(TokenIssuer issuer, SignInState signIns, AtomicLong exchanges, Consumer<Consent> consents) {
        Directory directory = issuer.directory();
        Clock clock = issuer.claims().clock();
        SigningKeys keys = issuer.mint().keys();
        IssuedTokens issued = new IssuedTokens(directory, keys);
        ClientAuthentication clients = new ClientAuthentication(issued, clock);
        ErrorAnswer errors = new ErrorAnswer(clock);
        DeviceEndpoint devices = new DeviceEndpoint(clients, issuer, signIns.devices());
        return new EntraHosts(
                directory.tenant().cloud().graphHost(),
                new GraphMe(issued, clock),
                devices,
                new EntraRoutes(
                        new Metadata(directory.tenant(), keys),
                        new TokenEndpoint(
                                clients,
                                issuer,
                                new UserAssertion(issued, clock),
                                new SignedInGrants(clients, issuer, signIns),
                                exchanges),
                        devices,
                        new SignInRoutes(new SignInSteps(issuer, signIns, errors, consents)),
                        errors));
    }

    @Override
    public Response handle(Request request) {
        String host = request.headers().first("Host").orElse("").toLowerCase(Locale.ROOT);
        if (host.startsWith(graphHost)) {
            return graph.handle(request);
        }
        return host.startsWith(DeviceEndpoint.HOST) ? devices.lead(request) : login.handle(request);
    }
}
