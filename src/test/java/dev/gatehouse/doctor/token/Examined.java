package dev.gatehouse.doctor.token;

import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractReading;
import dev.gatehouse.fixtures.RunningEntra;
import dev.gatehouse.token.Documents;
import dev.gatehouse.token.HttpsDocuments;
import dev.gatehouse.token.IssuerKeys;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Examinations of tokens of the local Entra. */
public final class Examined {
    private Examined() {}

    public static Examination online(RunningEntra running, Clock clock) {
        return with(new HttpsDocuments(running.client()), Setup.local(contract(), running.deployment()), clock);
    }

    public static Examination offline(Setup setup, Clock clock) {
        Documents nowhere = address -> {
            throw new IOException("nobody is asked");
        };
        return with(nowhere, setup, clock);
    }

    public static dev.gatehouse.contract.Contract contract() {
        return ((ContractReading.Valid) ContractReader.readOwn()).contract();
    }

    public static Diagnosis diagnosis(Examination examination, String token) {
        return examination.of((Paste.OneToken) Paste.read(token), Optional.empty());
    }

    private static Examination with(Documents documents, Setup setup, Clock clock) {
        return new Examination(setup, new IssuerKeys(documents, clock, Runnable::run, notice -> {}), clock);
    }
}
