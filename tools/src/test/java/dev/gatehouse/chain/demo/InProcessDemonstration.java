package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.entra.IdentityEndpoint;
import dev.gatehouse.chain.gateway.identity.AppServiceIdentities;
import dev.gatehouse.chain.tls.LocalTls;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;

/**
 * The demonstration without the managed identity's process, which is seen where the demonstration itself is tested; it may be given
 * several times at one app, as each provisions another account.
 */
public final class InProcessDemonstration {
    private static final Map<LocalTls, SSLSocketFactory> SOCKETS = new ConcurrentHashMap<>();
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    private InProcessDemonstration() {}

    public static Demonstration of(Chain chain, DemoSecret secret) {
        return new Demonstration(
                chain, new Clients(chain, secret), DemoContext.provisioning("ada" + ACCOUNTS.incrementAndGet()));
    }

    private static final class Clients extends DemoClients {
        private final Chain chain;

        private Clients(Chain chain, DemoSecret secret) {
            super(chain, secret, SOCKETS.computeIfAbsent(chain.tls(), tls -> tls.trusting()
                    .getSocketFactory()));
            this.chain = chain;
        }

        @Override
        DemoTokenOutcome managedIdentity(String resource) {
            try (IdentityEndpoint endpoint =
                    chain.entra().identityEndpoint(DemoTenant.managedIdentity().clientId())) {
                return new DemoTokenOutcome.Issued(
                        new AppServiceIdentities(endpoint.uri(), endpoint.header(), Clock.systemUTC())
                                .token(resource, Optional.empty()));
            } catch (IOException refused) {
                return new DemoTokenOutcome.Refused(refused.getMessage());
            }
        }
    }
}
