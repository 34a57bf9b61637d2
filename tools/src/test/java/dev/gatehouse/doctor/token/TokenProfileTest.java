package dev.gatehouse.doctor.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.jwt.UnverifiedJwt;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenProfileTest {
    private static final String GUID = "11111111-2222-4333-8444-555555555555";

    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments("app", jwt("'azp':'a','oid':'o','sub':'o'")),
                arguments("managed-identity", jwt("'appid':'a','oid':'o','sub':'o','xms_mirid':'/m'")),
                arguments("user", jwt("'azp':'a','scp':'read'")),
                arguments("unclear", jwt("'azp':'a','oid':'o','sub':'p'")),
                arguments("unclear", jwt("'azp':'a','scp':['read']")),
                arguments("id-token", jwt("'aud':'" + GUID + "','nonce':'n','preferred_username':'x'")),
                arguments("graph", jwt("'appid':'a','scp':'User.Read','aud':'00000003-0000-0000-c000-000000000000'")),
                arguments("graph", jwt("'appid':'a','aud':'https://graph.microsoft.com/'")),
                arguments(
                        "truncated",
                        jwt("'azp':'a'").substring(0, jwt("'azp':'a'").lastIndexOf('.'))),
                arguments("truncated", jwt("'azp':'a'").substring(0, 20)),
                arguments("truncated", jwt("'azp':'a','oid':'ooooooooooooooo'").substring(0, 45)),
                arguments("encrypted", part("{'alg':'RSA-OAEP','enc':'A256GCM'}") + ".a.b.c.d"),
                arguments("refresh-token", "0.AXkAabcdefghijklmnopqrstuvwxyz.AgABAwEAAAAB"),
                arguments("refresh-token", "1.AXkAabcdefghijklmnopqrstuvwxyz"),
                arguments("personal-account", "EwB" + "4A8l6BAAU".repeat(10)),
                arguments("client-secret", "abc8Q~" + "x".repeat(34)),
                arguments("function-key", "x".repeat(44) + "AzFuAbCdEf=="),
                arguments("opaque", "whatever-this-is"),
                arguments("unsigned", part("{'alg':'none'}") + "." + part("{'azp':'a'}") + "."),
                arguments("unsigned", part("{'alg':'nOnE'}") + "." + part("{'azp':'a'}") + ".c2ln"),
                arguments("nested", part("{'alg':'RS256','cty':'JWT'}") + "." + part(jwt("'azp':'a'")) + ".c2ln"),
                arguments("malformed", part("{'alg':'RS256'}") + "." + part("[1]") + ".c2ln"),
                arguments("malformed", part("{'alg':'RS256'}") + "." + part("null") + ".c2ln"),
                arguments("malformed", part("{'alg':'RS256'}") + "." + part("{'a':1,'a':2}") + ".c2ln"),
                arguments("malformed", part("{'alg':'RS256'}") + "." + part("{'a':" + "[".repeat(900)) + ".c2ln"),
                arguments("malformed", jwt("'azp':'a'") + jwt("'azp':'a'")),
                arguments("id-token", jwt("'roles':['r'],'preferred_username':'x','oid':'o','sub':'o'")),
                arguments("opaque", "a.b.c"));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("kinds")
    void saysWhatATokenIs(String code, String token) {
        assertThat(TokenProfile.of(token, UnverifiedJwt.of(token)).kind().code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.microsoftonline.com/t/v2.0, public",
        "https://sts.windows.net/t/, 'public or US Government, whose version 1 issuers are the same'",
        "https://login.microsoftonline.us/t/v2.0, US Government",
        "https://login.partner.microsoftonline.cn/t/v2.0, China (21Vianet)",
        "https://sts.chinacloudapi.cn/t/, China (21Vianet)",
        "https://t.ciamlogin.com/t/v2.0, External ID",
        "https://t.b2clogin.com/t/v2.0/, Azure AD B2C",
        "https://login.microsoftonline.com.evil.example/t/v2.0, ''",
        "https://issuer.example, ''"
    })
    void namesTheCloudByTheIssuer(String issuer, String cloud) {
        String token = jwt("'azp':'a','iss':'" + issuer + "'");

        assertThat(TokenProfile.of(token, UnverifiedJwt.of(token)).cloud()).isEqualTo(cloud);
    }

    @ParameterizedTest
    @CsvSource({
        GUID + ", client id (GUID)",
        "api://accounts, App ID URI",
        "https://vault.azure.net, Azure Key Vault",
        "https://management.azure.com/, Azure Resource Manager",
        "accounts, neither a GUID nor an App ID URI"
    })
    void namesTheFormOfTheAudience(String audience, String form) {
        String token = jwt("'azp':'a','aud':'" + audience + "'");

        assertThat(TokenProfile.of(token, UnverifiedJwt.of(token)).audience()).isEqualTo(form);
    }

    static String jwt(String claims) {
        return part("{'alg':'RS256','kid':'k'}") + "." + part("{'ver':'2.0'," + claims + "}") + ".c2lnbmF0dXJl";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
