package dev.gatehouse.doctor.settings;

import dev.gatehouse.Settings;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.token.Documents;
import dev.gatehouse.token.IssuerKeys;
import dev.gatehouse.token.Issuers;
import dev.gatehouse.token.Metadata;
import dev.gatehouse.token.Redaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the issuers that settings lead to for their metadata and keys, as the app would. */
public record IssuerExamination(Documents documents, Clock clock) {

    /** One report for each document; none where the settings lead nowhere. */
    public List<SettingReport> of(Map<String, String> settings, Contract contract) {
        if (!(Settings.read(settings) instanceof Settings.Reading.Valid valid)) {
            return List.of();
        }
        Settings read = valid.settings();
        return new Issuers(read.loginEndpoint(), read.expectations(contract))
                .all().stream().map(this::report).toList();
    }

    private SettingReport report(Metadata metadata) {
        List<String> notices = new ArrayList<>();
        IssuerKeys keys = new IssuerKeys(documents, clock, Runnable::run, notices::add);
        String name = "metadata " + metadata.address();
        return keys.areReady(Set.of(metadata))
                ? SettingReport.ok(name, "names its issuer, and keys that can be used")
                : SettingReport.wrong(
                        name,
                        "the tenant's metadata and keys",
                        Redaction.hidden(String.join("; ", notices)),
                        "Correct " + Settings.TENANT_IDS + " or " + Settings.LOGIN_ENDPOINT
                                + " if Entra answers 400 or 404; else look at network, proxy and DNS.");
    }
}
