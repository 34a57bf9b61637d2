package dev.gatehouse.bench.token;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.gatehouse.bench.BenchEntra;
import io.fusionauth.jwt.JWTDecoder;
import io.fusionauth.jwt.rsa.RSAVerifier;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Another library, configured once as documented: RS256 by the tenant's key, issuer, audience and expiry. */
@FunctionalInterface
interface Peer {

    /** @throws Exception of the library's own when the token is refused */
    Object validate(String token) throws Exception;

    static Peer of(TokenValidator subject, BenchEntra entra) {
        return switch (subject) {
            case AUTH0_JAVA_JWT -> auth0(entra);
            case FUSIONAUTH_JWT -> fusionAuth(entra);
            case JOSE4J -> jose4j(entra);
            case SPRING_SECURITY -> spring(entra);
            case JJWT -> jjwt(entra);
            case NIMBUS -> nimbus(entra);
            default -> throw new IllegalArgumentException(subject + " is not a peer");
        };
    }

    private static Peer auth0(BenchEntra entra) {
        JWTVerifier verifier = JWT.require(Algorithm.RSA256(entra.rsa(), null))
                .withIssuer(BenchEntra.ISSUER)
                .withAudience(BenchEntra.AUDIENCE)
                .build();
        return verifier::verify;
    }

    /** It checks exp and nbf itself; its caller must check issuer and audience. */
    private static Peer fusionAuth(BenchEntra entra) {
        RSAVerifier verifier = RSAVerifier.newVerifier(entra.rsa());
        JWTDecoder decoder = io.fusionauth.jwt.domain.JWT.getDecoder();
        return token -> {
            io.fusionauth.jwt.domain.JWT jwt = decoder.decode(token, verifier);
            if (!BenchEntra.ISSUER.equals(jwt.issuer) || !BenchEntra.AUDIENCE.equals(jwt.audience)) {
                throw new IllegalArgumentException("a different issuer or audience");
            }
            return jwt;
        };
    }

    private static Peer jose4j(BenchEntra entra) {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKey(entra.rsa())
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedIssuer(BenchEntra.ISSUER)
                .setExpectedAudience(BenchEntra.AUDIENCE)
                .setRequireExpirationTime()
                .build();
        return consumer::processToClaims;
    }

    private static Peer spring(BenchEntra entra) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(entra.rsa()).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(BenchEntra.ISSUER),
                new JwtAudienceValidator(BenchEntra.AUDIENCE)));
        return decoder::decode;
    }

    private static Peer jjwt(BenchEntra entra) {
        JwtParser parser = Jwts.parser()
                .verifyWith(entra.rsa())
                .requireIssuer(BenchEntra.ISSUER)
                .requireAudience(BenchEntra.AUDIENCE)
                .build();
        return parser::parseSignedClaims;
    }

    private static Peer nimbus(BenchEntra entra) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256, new ImmutableJWKSet<>(new JWKSet(entra.publicKey()))));
        JWTClaimsSet exact =
                new JWTClaimsSet.Builder().issuer(BenchEntra.ISSUER).build();
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(BenchEntra.AUDIENCE, exact, Set.of("exp")));
        return token -> processor.process(token, null);
    }
}
