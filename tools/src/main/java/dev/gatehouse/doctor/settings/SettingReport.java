package dev.gatehouse.doctor.settings;

import java.util.Optional;

/**
 * What is to be said of a setting.
 *
 * @param ok empty where it cannot be told
 * @param actual fit to be shown
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
