package dev.gatehouse.secrets;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of headers, members, parameters, settings and variables whose values are likely secrets. */
final class SecretNames {
    /** For names in lower case without separators; matches too many rather than too few. */
    private static final Pattern SECRET = Pattern.compile(
            "authorization|cookie|secret|passw|passphrase|pwd|key|token|credential|sig|code|connectionstring|webjobsstorage"
                    + "|xmsclientprincipal|zumoauth|xarrssl|authsession|^pass$"
                    + "|(assertion|bearer|hmac|jwt|nonce|session|sessionid|sas|sasurl|msauth|pfx|rawdata|xfunctionsclientid)$");

    /** Names of policies, and of information about a token, a key or a response. */
    private static final Pattern HARMLESS = Pattern.compile(
            "validate.*|publickey|wwwauthenticate|(cookie|token|auth)type|tokenversions?|(status|error)codes?");

    private SecretNames() {}

    static boolean isOne(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[-_.\\s]", "");
        return SECRET.matcher(plain).find() && !HARMLESS.matcher(plain).matches();
    }
}
