package dev.gatehouse.check.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.check.CheckedFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a baseline only new findings count, also where lines have moved. */
class BaselineTest {
    private static final String CHECK =
            "<validate-azure-ad-token tenant-id='common'><client-application-ids><application-id>5e9f6ad0-4c5c-4a4a-93a0-4f6f7a5a51a1"
                    + "</application-id></client-application-ids><audiences><audience>a</audience></audiences></validate-azure-ad-token>";

    @TempDir
    Path path;

    private CheckedFolder folder;

    @BeforeEach
    void oneFindingIsKnown() throws IOException {
        folder = new CheckedFolder(path).with("infra/policy.xml", policy("", CHECK));

        assertThat(folder.run("check", "infra")).isEqualTo(1);
        assertThat(folder.run("check", "--write-baseline", "known.json", "infra"))
                .isZero();
    }

    @Test
    void doesNotCountWhatIsKnown() {
        assertThat(folder.run("check", "--baseline", "known.json", "infra")).isZero();
        assertThat(folder.out()).contains("0 findings, 1 in the baseline").doesNotContain("any-tenant");
        assertThat(folder.err()).isEmpty();
    }

    @Test
    void knowsAFindingWhoseLineHasMoved() throws IOException {
        folder.with("infra/policy.xml", policy("\n\n<!-- moved -->", CHECK));

        assertThat(folder.run("check", "--baseline", "known.json", "infra")).isZero();
    }

    @Test
    void countsOneMoreOfTheSameKind() throws IOException {
        folder.with("infra/policy.xml", policy("", CHECK + CHECK));

        assertThat(folder.run("check", "--baseline", "known.json", "infra")).isEqualTo(1);
        assertThat(folder.out()).contains("1 finding (1 error), 1 in the baseline");
    }

    @Test
    void countsTheSameInAnotherFile() throws IOException {
        folder.with("infra/other.xml", policy("", CHECK));

        assertThat(folder.run("check", "--baseline", "known.json", "infra")).isEqualTo(1);
        assertThat(folder.out()).contains("other.xml");
    }

    @Test
    void isTheSameFromAnotherFolder() {
        CheckedFolder below = new CheckedFolder(path.resolve("infra"));

        assertThat(below.run("check", "--baseline", "../known.json", ".")).isZero();
    }

    @Test
    void saysWhatIsNotFoundAnyMore() throws IOException {
        folder.with("infra/policy.xml", policy("", ""));

        assertThat(folder.run("check", "--baseline", "known.json", "infra")).isZero();
        assertThat(folder.err()).contains("1 of the baseline's findings are not found any more");
    }

    @Test
    void comesFromTheConfigurationToo() throws IOException {
        folder.with(CheckConfig.NAME, "{\"baseline\": \"known.json\"}");

        assertThat(folder.run("check", "infra")).isZero();
    }

    @Test
    void isRejectedWhereItIsAnythingElse() throws IOException {
        folder.with("known.json", "{}");

        assertThat(folder.run("check", "--baseline", "known.json", "infra")).isEqualTo(2);
        assertThat(folder.err()).contains("known.json is no baseline");
        assertThat(folder.run("check", "--baseline", "none.json", "infra")).isEqualTo(2);
    }

    private static String policy(String before, String check) {
        return "<policies>" + before + "<inbound><base />" + check + "</inbound></policies>";
    }
}
