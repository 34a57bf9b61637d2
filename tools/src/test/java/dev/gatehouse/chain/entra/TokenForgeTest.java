package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.chain.entra.directory.Directory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Any token, from the real key or another. */
class TokenForgeTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final SigningKeys KEYS = SigningKeys.generate();
    private static final Directory CONTOSO = Contoso.directory(RunningContoso.CERTIFICATE);

    private final TokenForge forge = forge(CONTOSO);

    @Test
    void forcesAVersionWhereATestNeedsIt() {
        assertThat(forge.inVersion(1).app(Contoso.BATCH, "api://accounts").claims())
                .containsEntry("ver", "1.0")
                .containsEntry("aud", "api://accounts");
    }

    @Test
    void signsWithTheRealKeyOrAnyOther() throws Exception {
        TokenDraft valid = forge.app(Contoso.BATCH, "api://accounts");
        RSASSAVerifier real = new RSASSAVerifier(KEYS.active().publicKey());
        assertThat(SignedJWT.parse(valid.compact()).verify(real)).isTrue();
        assertThat(SignedJWT.parse(forge.sign(valid.header(), Map.of("any", "thing")))
                        .verify(real))
                .isTrue();
        assertThat(SignedJWT.parse(valid.signedBy(Signer.stranger(2048)).compact())
                        .verify(real))
                .isFalse();
        String confused = valid.header("alg", "HS256")
                .signedBy(Signer.hs256(forge.publicKey()))
                .compact();
        assertThat(SignedJWT.parse(confused).verify(new MACVerifier(forge.publicKey())))
                .isTrue();
        assertThat(valid.header("alg", "none").signedBy(Signer.nothing()).compact())
                .endsWith(".");
    }

    @Test
    void leavesTheValidDraftUntouched() {
        TokenDraft valid = forge.app(Contoso.BATCH, "api://accounts");
        TokenDraft spoiled = valid.claim("aud", "other").withoutClaim("exp").withoutHeader("kid");
        assertThat(spoiled.claims()).containsEntry("aud", "other").doesNotContainKey("exp");
        assertThat(valid.claims()).containsEntry("aud", Contoso.ACCOUNTS).containsKey("exp");
        assertThat(valid.header()).containsKey("kid");
    }

    @Test
    void refusesWhatTheDirectoryDoesNotKnow() {
        assertThatThrownBy(() -> forge.app("nobody", "api://accounts")).hasMessageContaining("client not found");
        assertThatThrownBy(() -> forge.app(Contoso.BATCH, "api://nowhere")).hasMessageContaining("resource not found");
    }

    private static TokenForge forge(Directory directory) {
        TokenClaims claims = new TokenClaims(directory, Clock.fixed(NOW, ZoneOffset.UTC));
        return new TokenForge(claims, new Mint(KEYS), OptionalInt.empty());
    }
}
