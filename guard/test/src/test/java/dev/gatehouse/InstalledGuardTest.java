package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstalledGuardTest {

    /** The class by which it finds out whether it runs inside the worker. */
    @Test
    void seesTheClassesOfTheProcess() {
        assertThat(InstalledGuard.isLoadable("dev.gatehouse.Gatehouse")).isTrue();
        assertThat(InstalledGuard.isLoadable("com.microsoft.azure.functions.worker.Application"))
                .isFalse();
    }
}
