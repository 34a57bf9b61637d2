package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.entra.IdentityEndpoint;
import dev.gatehouse.chain.gateway.identity.AppServiceIdentities;
import dev.gatehouse.chain.tls.LocalTls;
import dev.gatehouse.contract.Contract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;

/** The demonstration of one operation, without the managed identity's process, which is seen where the demonstration itself is tested. */
public final class InProcessDemonstration {
    private static final Map<LocalTls, SSLSocketFactory> SOCKETS = new ConcurrentHashMap<>();

    private InProcessDemonstration() {}

    /** @param staging the app that the chain runs */
    public static Demonstration of(Chain chain, DemoTenant tenant, Path staging, String operation) {
        Contract all = tenant.contract();
        Contract one = new Contract(
                all.api(),
                all.tokenVersions(),
                all.roles(),
                all.scopes(),
                List.of(all.operation(operation).orElseThrow()),
                all.keyOnly(),
                all.onward(),
                all.retired());
        DemoFunctions staged = DemoFunctions.of(staging);
        staged.levels().keySet().retainAll(Set.of(operation));
        return new Demonstration(
                chain,
                new Clients(chain, tenant.secret()),
                new DemoTenant(tenant.secret(), one),
                new Demonstration.Options(staged, false));
    }

    private static final class Clients extends DemoTokens {
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
