package dev.gatehouse.doctor.settings;

import dev.gatehouse.Settings;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.keys.DocumentFetcher;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.redaction.Redaction;
import dev.gatehouse.token.TrustedIssuers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fetches the metadata and keys of the configured issuers, as the app does. */
public record IssuerExamination(DocumentFetcher documents, Clock clock) {

    /** One report for each metadata document; none when the settings name no issuer. */
    public List<SettingReport> of(Map<String, String> settings, Contract contract) {
        if (!(Settings.read(settings) instanceof Settings.Reading.Valid valid)) {
            return List.of();
        }
        Settings read = valid.settings();
        return new TrustedIssuers(read.loginEndpoint(), read.tokenPolicy(contract))
                .all().stream().map(this::report).toList();
    }

    private SettingReport report(DiscoveryUrl metadata) {
        List<String> notices = new ArrayList<>();
        IssuerKeys keys = new IssuerKeys(documents, clock, Runnable::run, notices::add);
        String name = "metadata " + metadata.address();
        return keys.areReady(Set.of(metadata))
                ? SettingReport.ok(name, "the issuer matches, and its keys can be used")
                : SettingReport.wrong(
                        name,
                        "the tenant's metadata and keys",
                        Redaction.hidden(String.join("; ", notices)),
                        "Correct " + Settings.TENANT_IDS + " or " + Settings.LOGIN_ENDPOINT
                                + " if Entra answers 400 or 404; otherwise check network, proxy and DNS.");
    }
}
