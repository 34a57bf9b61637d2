package dev.gatehouse.doctor.settings;

import java.util.Optional;

/**
 * The result for one setting.
 *
 * @param ok empty when it cannot be decided
 * @param actual the redacted value
 */
public record SettingReport(String setting, Optional<Boolean> ok, String expected, String actual, String fix) {

    static SettingReport ok(String setting, String actual) {
        return new SettingReport(setting, Optional.of(true), "", actual, "");
    }

    static SettingReport wrong(String setting, String expected, String actual, String fix) {
        return new SettingReport(setting, Optional.of(false), expected, actual, fix);
    }

    public boolean isWrong() {
        return ok.equals(Optional.of(false));
    }
}
