package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.ExposedApi;
import dev.gatehouse.chain.entra.directory.Grants;
import dev.gatehouse.chain.entra.directory.OptionalClaim;
import dev.gatehouse.chain.entra.directory.Principals;
import dev.gatehouse.chain.entra.directory.TokenFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The tokens themselves, as Entra's claims reference has them; issued ones come from the same code. */
class TokenClaimsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final SigningKeys KEYS = SigningKeys.generate();
    private static final Directory CONTOSO = Contoso.directory(RunningContoso.CERTIFICATE);

    private final TokenForge forge = forge(CONTOSO);

    @Test
    void makesAnAppsTokenOfVersion2() {
        TokenDraft draft = forge.app(Contoso.BATCH, "api://accounts");
        assertThat(draft.header()).containsOnlyKeys("typ", "alg", "kid").containsEntry("alg", "RS256");
        assertThat(draft.claims())
                .containsOnlyKeys(
                        "aud", "iss", "iat", "nbf", "exp", "aio", "azp", "azpacr", "oid", "rh", "roles", "sub", "tid",
                        "uti", "ver", "xms_ftd")
                .containsEntry("aud", Contoso.ACCOUNTS)
                .containsEntry("iss", "https://login.microsoftonline.com/" + Contoso.TENANT + "/v2.0")
                .containsEntry("azp", Contoso.BATCH)
                .containsEntry("azpacr", "1")
                .containsEntry("oid", Contoso.BATCH_OID)
                .containsEntry("sub", Contoso.BATCH_OID)
                .containsEntry("roles", List.of("Accounts.Read"))
                .containsEntry("tid", Contoso.TENANT)
                .containsEntry("ver", "2.0");
    }

    @Test
    void makesAnAppsTokenOfVersion1() {
        TokenDraft draft = forge.app(Contoso.BATCH, "api://ledger/");
        assertThat(draft.header()).containsOnlyKeys("typ", "alg", "x5t", "kid");
        assertThat(draft.claims())
                .containsOnlyKeys(
                        "aud",
                        "iss",
                        "iat",
                        "nbf",
                        "exp",
                        "aio",
                        "appid",
                        "appidacr",
                        "idp",
                        "idtyp",
                        "oid",
                        "rh",
                        "sub",
                        "tid",
                        "uti",
                        "ver",
                        "xms_ftd")
                .containsEntry("aud", "api://ledger/")
                .containsEntry("iss", "https://sts.windows.net/" + Contoso.TENANT + "/")
                .containsEntry("idtyp", "app")
                .containsEntry("ver", "1.0");
        assertThat(forge.app(Contoso.BATCH, Contoso.LEDGER).claims()).containsEntry("aud", Contoso.LEDGER);
    }

    @Test
    void makesAUsersTokenOfVersion2() {
        assertThat(forge.user(Contoso.CONSOLE, "api://accounts", Contoso.ADA).claims())
                .containsOnlyKeys(
                        "aud",
                        "iss",
                        "iat",
                        "nbf",
                        "exp",
                        "aio",
                        "azp",
                        "azpacr",
                        "name",
                        "oid",
                        "preferred_username",
                        "rh",
                        "roles",
                        "scp",
                        "sub",
                        "tid",
                        "uti",
                        "ver",
                        "xms_ftd")
                .containsEntry("scp", "accounts.read")
                .containsEntry("roles", List.of("Accounts.Admin"))
                .containsEntry("preferred_username", "ada@contoso.example")
                .hasEntrySatisfying("sub", sub -> assertThat(sub).isNotEqualTo(Contoso.ADA));
    }

    @Test
    void makesAUsersTokenOfVersion1WithoutIdtyp() {
        assertThat(forge.user(Contoso.ACCOUNTS, "api://ledger", Contoso.ADA).claims())
                .containsEntry("upn", "ada@contoso.example")
                .containsEntry("unique_name", "ada@contoso.example")
                .containsEntry("appid", Contoso.ACCOUNTS)
                .containsEntry("scp", "ledger.read")
                .containsEntry("roles", List.of("Ledger.User"))
                .doesNotContainKeys("idtyp", "azp", "preferred_username");
    }

    @Test
    void givesAPersonAnotherSubjectAtEveryApi() {
        Object atAccounts = forge.user(Contoso.CONSOLE, "api://accounts", Contoso.ADA)
                .claims()
                .get("sub");
        Object atLedger = forge.user(Contoso.CONSOLE, "api://ledger", Contoso.ADA)
                .claims()
                .get("sub");
        assertThat(atAccounts).isNotEqualTo(atLedger);
        assertThat(forge.user(Contoso.ACCOUNTS, "api://ledger", Contoso.ADA).claims())
                .containsEntry("sub", atLedger);
    }

    @Test
    void marksGuests() {
        assertThat(forge.user(Contoso.CONSOLE, "api://ledger", Contoso.BOB).claims())
                .containsKey("idp");
    }

    @Test
    void makesAnIdTokenThatIsNoAccessToken() {
        assertThat(forge.idToken(Contoso.CONSOLE, Contoso.ADA).claims())
                .containsEntry("aud", Contoso.CONSOLE)
                .containsEntry("ver", "2.0")
                .doesNotContainKeys("scp", "roles", "azp", "appid");
    }

    @Test
    void makesAManagedIdentitysToken() {
        Map<String, Object> claims =
                forge.managedIdentity(Contoso.GATEWAY, "api://accounts").claims();
        assertThat(claims)
                .containsEntry("azp", Contoso.GATEWAY)
                .containsEntry("azpacr", "2")
                .containsEntry("oid", Contoso.GATEWAY_OID)
                .containsEntry("sub", Contoso.GATEWAY_OID)
                .containsEntry("xms_mirid", Contoso.GATEWAY_ARM)
                .containsEntry("exp", NOW.plusSeconds(24 * 60 * 60).getEpochSecond());
    }

    @Test
    void addsOptionalClaimsOnlyWhenTheApiAsks() {
        List<OptionalClaim> optional = List.of(
                new OptionalClaim("idtyp", List.of("include_user_token")),
                OptionalClaim.of("acct"),
                new OptionalClaim("aud", List.of("use_guid")));
        TokenForge asked = forge(askingFor(new TokenFormat(1, optional)));
        assertThat(asked.app(Contoso.BATCH, "api://ledger").claims())
                .containsEntry("idtyp", "app")
                .containsEntry("aud", Contoso.LEDGER);
        assertThat(asked.user(Contoso.CONSOLE, "api://ledger", Contoso.BOB).claims())
                .containsEntry("idtyp", "user")
                .containsEntry("acct", 1);
        assertThat(forge(askingFor(TokenFormat.version(1)))
                        .app(Contoso.BATCH, "api://ledger")
                        .claims())
                .doesNotContainKey("idtyp");
    }

    @RepeatedTest(20)
    void livesForSixtyToNinetyMinutes() {
        Map<String, Object> claims = forge.app(Contoso.BATCH, "api://accounts").claims();
        long now = NOW.getEpochSecond();
        assertThat((Long) claims.get("exp")).isBetween(now + 60 * 60, now + 90 * 60);
        assertThat(claims).containsEntry("iat", now - 300).containsEntry("nbf", now - 300);
    }

    private static TokenForge forge(Directory directory) {
        TokenClaims claims = new TokenClaims(directory, Clock.fixed(NOW, ZoneOffset.UTC));
        return new TokenForge(claims, new Mint(KEYS), OptionalInt.empty());
    }

    private static Directory askingFor(TokenFormat format) {
        Principals principals = CONTOSO.principals();
        List<AppRegistration> applications = principals.applications().stream()
                .map(app -> app.clientId().equals(Contoso.LEDGER) ? app.exposing(in(format, app.api())) : app)
                .toList();
        return new Directory(
                CONTOSO.tenant(),
                new Principals(applications, principals.managedIdentities(), principals.users()),
                new Grants(CONTOSO.grants().assignments(), CONTOSO.grants().consents()));
    }

    private static ExposedApi in(TokenFormat format, ExposedApi api) {
        return new ExposedApi(api.identifierUris(), format, api.roles(), api.scopes());
    }
}
