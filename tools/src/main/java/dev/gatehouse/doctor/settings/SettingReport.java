package dev.gatehouse.doctor.settings;

import java.util.Optional;

/**
 * The result for one setting.
 *
 * @param actual the redacted value
 */
public record SettingReport(String setting, SettingVerdict verdict, String expected, String actual, String fix) {

    /** What is to be said of a setting. */
    public enum SettingVerdict {
        OK,
        WRONG,
        /** From the deployment that it is compared with; the app accepts it. */
        DIFFERS,
        /** Worth a look, or not decided by what is given. */
        NOTE
    }

    static SettingReport ok(String setting, String actual) {
        return new SettingReport(setting, SettingVerdict.OK, "", actual, "");
    }

    static SettingReport wrong(String setting, String expected, String actual, String fix) {
        return new SettingReport(setting, SettingVerdict.WRONG, expected, actual, fix);
    }

    static SettingReport differs(String setting, String expected, String actual, String fix) {
        return new SettingReport(setting, SettingVerdict.DIFFERS, expected, actual, fix);
    }

    static SettingReport note(String setting, String expected, String actual, String fix) {
        return new SettingReport(setting, SettingVerdict.NOTE, expected, actual, fix);
    }

    public boolean isWrong() {
        return verdict == SettingVerdict.WRONG;
    }

    /** Empty where it cannot be decided. */
    Optional<Boolean> ok() {
        return switch (verdict) {
            case OK -> Optional.of(true);
            case WRONG -> Optional.of(false);
            case DIFFERS, NOTE -> Optional.empty();
        };
    }
}
