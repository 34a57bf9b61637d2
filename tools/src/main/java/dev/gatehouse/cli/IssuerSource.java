package dev.gatehouse.cli;

import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.doctor.chain.LocalChain;
import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.keys.DocumentFetcher;
import dev.gatehouse.keys.HttpsFetcher;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an issuer's documents come from: the running local chain, the internet, or no source (offline). */
record IssuerSource(Path project, Clock clock) {

    /** The running local chain, if its Entra signed the token. */
    Optional<IssuerKeys> ofRunningChain(String token, Deployment deployment) {
        if (!(SignedToken.read(token) instanceof TokenReading.Readable readable)) {
            return Optional.empty();
        }
        return InstanceFile.chain(project)
                .flatMap(this::documents)
                .map(this::keys)
                .filter(keys -> metadata(deployment)
                        .map(each -> new SignatureCheck(keys).check(readable.token(), each))
                        .anyMatch(SignatureCheck.Outcome.Signed.class::isInstance));
    }

    DocumentFetcher documents(boolean online) {
        return online
                ? new HttpsFetcher()
                : address -> {
                    throw new OfflineException();
                };
    }

    /** Notices are dropped: a document that cannot be read is reported as the cause of the undecided rule. */
    IssuerKeys keys(DocumentFetcher documents) {
        return new IssuerKeys(documents, clock, Runnable::run, notice -> {});
    }

    /** Empty when the chain is no longer running. */
    Optional<DocumentFetcher> documents(LocalChain chain) {
        try {
            InetSocketAddress proxy = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), chain.entra().proxyPort());
            return Optional.of(new HttpsFetcher(chain.trusting(), new Proxy(Proxy.Type.HTTP, proxy)));
        } catch (UncheckedIOException gone) {
            return Optional.empty();
        }
    }

    private static Stream<DiscoveryUrl> metadata(Deployment deployment) {
        return Stream.of(2, 1).map(deployment.tenant()::metadata);
    }
}
