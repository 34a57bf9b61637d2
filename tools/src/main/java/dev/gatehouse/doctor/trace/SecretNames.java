package dev.gatehouse.doctor.trace;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of headers, members, parameters and settings whose values are for nobody else. */
final class SecretNames {
    /** Of names in small letters, without the characters between their words. */
    private static final Pattern SECRET = Pattern.compile(
            ".*(authorization|cookie|secret|passw(or)?d|passphrase|passcode|connectionstring|sharedaccesssignature"
                    + "|webjobsstorage|xmstoken|xmsclientprincipal|zumoauth|xarrssl|authsession).*"
                    + "|.*(token|keys?|pwd|assertion|signature|credentials?|bearer|hmac|jwt|nonce|session|sessionid|sas|sasurl"
                    + "|msauth|pfx|rawdata|devicecode|authcode|xfunctionsclientid)|code|sig|pass");

    /** Names of policies, and of what is said about a token. */
    private static final Pattern HARMLESS =
            Pattern.compile("validate.*|publickey|wwwauthenticate|(cookie|token|auth)type");

    private SecretNames() {}

    static boolean has(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[-_.\\s]", "");
        return SECRET.matcher(plain).matches() && !HARMLESS.matcher(plain).matches();
    }
}
